"""Addresses of networks and organisations: `/n/...` is about one network, `/o/...` about one organisation."""

from django.urls import path

from samenspel.networks.views import (
    board,
    contact,
    coordinators,
    invitations,
    joining,
    members,
    messages,
    pages,
    partners,
    profile,
    roles,
    selfscan,
    start,
    vetting,
)

app_name = "networks"
JOINING = [
    path("n/<slug:slug>/meedoen/", joining.join, name="join"),
    path("aanvraag/<str:token>/", joining.application, name="application"),
    path("aanvraag/<str:token>/intrekken/", joining.withdraw, name="application_withdraw"),
    path("n/<slug:slug>/aanvragen/", vetting.requests, name="requests"),
    path("n/<slug:slug>/aanvragen/<uuid:pk>/", vetting.one_request, name="request"),
    path("n/<slug:slug>/aanvragen/<uuid:pk>/toelaten/", vetting.admit, name="request_admit"),
    path("n/<slug:slug>/aanvragen/<uuid:pk>/weigeren/", vetting.refuse, name="request_refuse"),
    path("n/<slug:slug>/aanvragen/<uuid:pk>/terug/", vetting.undo_refusal, name="request_undo"),
    path("n/<slug:slug>/partners/", partners.partners, name="partners"),
    path("n/<slug:slug>/partners/<uuid:pk>/stoppen/", partners.end, name="partner_end"),
    path("n/<slug:slug>/partners/<uuid:pk>/terug/", partners.resume, name="partner_resume"),
    path("n/<slug:slug>/partners/<uuid:pk>/penvoerder/", partners.let_lead, name="partner_lead"),
    path("n/<slug:slug>/partners/<uuid:pk>/beheerder/", partners.invite_administrator, name="partner_administrator"),
]
MEMBERS = [
    path("n/<slug:slug>/coordinatoren/", coordinators.coordinators, name="coordinators"),
    path("n/<slug:slug>/coordinatoren/<uuid:pk>/opnieuw/", coordinators.resend, name="coordinator_resend"),
    path("n/<slug:slug>/coordinatoren/<uuid:pk>/intrekken/", coordinators.withdraw, name="coordinator_withdraw"),
    path("o/<slug:slug>/mensen/", members.members, name="members"),
    path("o/<slug:slug>/mensen/uitnodigen/", members.invite, name="invite"),
    path("o/<slug:slug>/mensen/<uuid:pk>/", members.member, name="member"),
    path("o/<slug:slug>/mensen/<uuid:pk>/stoppen/", members.end, name="member_end"),
    path("o/<slug:slug>/mensen/uitnodigingen/<uuid:pk>/opnieuw/", members.resend, name="invitation_resend"),
    path("o/<slug:slug>/mensen/uitnodigingen/<uuid:pk>/intrekken/", members.withdraw, name="invitation_withdraw"),
    path("uitnodiging/<str:token>/", invitations.invitation, name="invitation"),
    path("wat-mag-ik/", roles.what_may_i, name="what_may_i"),
    path("rollen/", roles.all_roles, name="roles"),
]
START = [
    path("netwerk-starten/", start.start, name="start"),
    path("netwerk-starten/<int:number>/", start.step, name="start_step"),
    path("n/<slug:slug>/gestart/", start.started, name="started"),
    path("n/<slug:slug>/zelfscan/", selfscan.results, name="selfscan"),
    path("n/<slug:slug>/zelfscan/invullen/", selfscan.fill_in, name="selfscan_fill_in"),
]
PAGES = [
    path("n/<slug:slug>/", pages.network, name="network"),
    path("n/<slug:slug>/bewerken/", pages.edit, name="edit"),
    path("n/<slug:slug>/bewerken/terug/", pages.undo, name="edit_undo"),
    path("n/<slug:slug>/organisaties/<slug:organisation>/", profile.partner, name="profile"),
    path("o/<slug:slug>/", profile.home, name="organisation"),
    path("o/<slug:slug>/profiel/", profile.edit, name="profile_edit"),
    path("o/<slug:slug>/profiel/terug/", profile.undo, name="profile_undo"),
    path("beeld/<uuid:mark>.webp", profile.picture, name="picture"),
    path("beeld/<uuid:mark>-klein.webp", profile.picture, {"small": True}, name="picture_small"),
]
MESSAGES = [
    path("n/<slug:slug>/contact/", contact.network, name="contact"),
    path("n/<slug:slug>/contact/verstuurd/", contact.sent, name="contact_sent"),
    path("n/<slug:slug>/adviseur/", contact.adviser, name="adviser"),
    path("n/<slug:slug>/organisaties/<slug:organisation>/contact/", contact.organisation, name="profile_contact"),
    path("berichten/", messages.inbox, name="inbox"),
    path("berichten/<uuid:message_id>/", messages.message, name="message"),
    path("berichten/<uuid:message_id>/oppakken/", messages.take, name="message_take"),
    path("berichten/<uuid:message_id>/teruggeven/", messages.hand_back, name="message_hand_back"),
    path("berichten/<uuid:message_id>/antwoord/", messages.answer, name="message_answer"),
    path("berichten/<uuid:message_id>/sluiten/", messages.close, name="message_close"),
    path("berichten/<uuid:message_id>/heropenen/", messages.reopen, name="message_reopen"),
]
BOARD = [
    path("n/<slug:slug>/prikbord/", board.board, name="board"),
    path("n/<slug:slug>/prikbord/van-ons/", board.mine, name="board_mine"),
    path("n/<slug:slug>/prikbord/nieuw/", board.new, name="post_new"),
    path("n/<slug:slug>/prikbord/<uuid:post_id>/", board.post, name="post"),
    path("n/<slug:slug>/prikbord/<uuid:post_id>/aanpassen/", board.edit, name="post_edit"),
    path("n/<slug:slug>/prikbord/<uuid:post_id>/sluiten/", board.close, name="post_close"),
    path("n/<slug:slug>/prikbord/<uuid:post_id>/terug/", board.reopen, name="post_reopen"),
    path("n/<slug:slug>/prikbord/<uuid:post_id>/reactie/", board.reply, name="post_reply"),
]
urlpatterns = [*PAGES, *MESSAGES, *BOARD, *JOINING, *MEMBERS, *START]
