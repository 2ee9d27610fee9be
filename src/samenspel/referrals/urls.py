"""Addresses of referrals, below `/o/...`, `/n/...` and for who has a signed link."""

from django.urls import path

from samenspel.referrals.views import answer, balance, mine, mine_changing, outbox, receive, send, tellings

app_name = "referrals"
RECEIVE = [
    path("o/<slug:slug>/verwijzingen/", receive.inbox, name="inbox"),
    path("o/<slug:slug>/verwijzingen/<uuid:pk>/", receive.referral, name="referral"),
    path("n/<slug:slug>/verwijzingen/<uuid:pk>/", receive.of_front_door, name="of_front_door"),
    path("antwoord/<str:token>/", answer.answer, name="answer"),
]
SEND = [
    path("n/<slug:slug>/vragen/<uuid:pk>/doorgeven/", send.send, name="send"),
    path("n/<slug:slug>/vragen/<uuid:pk>/verwijzingen/", outbox.request_path, name="request_path"),
    path("n/<slug:slug>/verwijzingen/", outbox.network_outbox, name="network_outbox"),
    path("n/<slug:slug>/verwijzingen/bestand.xlsx", outbox.network_outbox_file, name="network_outbox_file"),
    path("n/<slug:slug>/verwijzingen/<uuid:pk>/intrekken/", outbox.network_withdraw, name="network_withdraw"),
    path("o/<slug:slug>/verwijzingen/<uuid:pk>/doorgeven/", send.onward, name="onward"),
    path("o/<slug:slug>/verwijzingen/<uuid:pk>/omhoog/", send.escalate, name="escalate"),
    path("o/<slug:slug>/verstuurd/", outbox.outbox, name="outbox"),
    path("o/<slug:slug>/verstuurd/bestand.xlsx", outbox.outbox_file, name="outbox_file"),
    path("o/<slug:slug>/verstuurd/<uuid:pk>/intrekken/", outbox.withdraw, name="withdraw"),
]
MINE = [
    path("mijn-vraag/<str:token>/", mine.own, name="mine"),
    path("mijn-vraag/<str:token>/code/", mine.code, name="mine_code"),
    path("mijn-vraag/<str:token>/sluiten/", mine.shut, name="mine_shut"),
    path("mijn-vraag/<str:token>/wie-keek/", mine.log, name="mine_log"),
    path("mijn-vraag/<str:token>/alles/", mine.on_paper, name="mine_paper"),
    path("mijn-vraag/<str:token>/mijn-gegevens.json", mine.as_file, name="mine_file"),
    path("mijn-vraag/<str:token>/stoppen/", mine_changing.stop, name="mine_stop"),
    path("mijn-vraag/<str:token>/alles-stoppen/", mine_changing.stop_all, name="mine_stop_all"),
    path("mijn-vraag/<str:token>/gegevens/", mine_changing.details, name="mine_details"),
    path("mijn-vraag/<str:token>/wissen/", mine_changing.forget, name="mine_forget"),
    path("mijn-vraag/<str:token>/nieuwe-link/", mine_changing.renew, name="mine_renew"),
    path("n/<slug:slug>/te-vertellen/", tellings.desk, name="tellings"),
    path("n/<slug:slug>/te-vertellen/<uuid:pk>/", tellings.one, name="telling"),
    path("n/<slug:slug>/te-vertellen/<uuid:pk>/verteld/", tellings.done, name="telling_done"),
    path("n/<slug:slug>/te-vertellen/<uuid:pk>/niet-verteld/", tellings.not_done, name="telling_not_done"),
    path("n/<slug:slug>/te-vertellen/<uuid:pk>/brief/", tellings.letter, name="telling_letter"),
    path("n/<slug:slug>/te-vertellen/<uuid:pk>/code/", tellings.code, name="telling_code"),
]
BALANCE = [
    path("n/<slug:slug>/samenwerking/", balance.cooperation, name="balance"),
    path("n/<slug:slug>/samenwerking/bestand.csv", balance.cooperation_file, name="balance_file"),
]
urlpatterns = [*BALANCE, *RECEIVE, *SEND, *MINE]
