"""The look of Samenspel: base templates, components, the form renderer and the style guide.

Knows no domain: pages hand over words, links and the small shapes of `parts`.
"""
