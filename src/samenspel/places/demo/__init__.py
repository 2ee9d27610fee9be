"""The fictional municipality of Meerlinden: files as CBS and RIVM would publish them, made by `generate`.

Its code is GM9901. Real municipality codes are given out upwards and have not reached 2000 since 1811; 0998, 0999,
1999 and 9999 stand for 'abroad' and 'unknown' in registers, so those are avoided. It lies in the middle of the
Markermeer. Its postcodes, 8691 to 8694, stand in a range (8670 to 8699) of which no town uses any.
"""
