from __future__ import annotations

import pytest

from tellings.collect import collect
from tellings.collect.language import require_english
from tellings.errors import OtherLanguage

SAMPLES = {
    "German": "Der Hafen von Port Maren blieb am Montag geschlossen, nachdem zwei Fischkutter im dichten "
    "Nebel zusammengestoßen waren. Mindestens drei Menschen wurden verletzt, sagte die Küstenwache.",
    "Spanish": "El puerto de Port Maren permaneció cerrado el lunes después de que dos barcos chocaran en "
    "la niebla. Al menos tres personas fueron llevadas al hospital, dijo la guardia costera de la ciudad.",
    "French": "Le port de Port Maren est resté fermé lundi après la collision de deux chalutiers dans un "
    "épais brouillard. Au moins trois personnes ont été conduites à l'hôpital, ont indiqué les garde-côtes.",
    "Russian": "Порт Марен оставался закрытым в понедельник после того, как два траулера столкнулись в "
    "густом тумане. По меньшей мере три человека доставлены в больницу, сообщила береговая охрана.",
    "Arabic": "ظل ميناء بورت مارين مغلقا يوم الاثنين بعد تصادم سفينتي صيد في ضباب كثيف، وقال خفر "
    "السواحل إن ثلاثة أشخاص على الأقل نقلوا إلى المستشفى وإن البحث مستمر عن شخص رابع في المياه القريبة.",
    "Dutch": "De haven van Port Maren bleef maandag gesloten nadat twee trawlers in dichte mist op elkaar "
    "waren gebotst. Ten minste drie mensen werden naar het ziekenhuis gebracht, zei de kustwacht.",
    "Chinese": "周一，两艘拖网渔船在浓雾中相撞后，马伦港继续关闭。海岸警卫队表示，至少有三人被送往医院，"
    "另有一人仍在搜寻之中，港口何时重新开放尚不清楚，当地官员说安全第一，请居民耐心等待进一步的通知。",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_an_account_in_another_language_is_set_aside_by_its_name(language: str) -> None:
    collection = collect([SAMPLES[language] + "\n"])
    assert collection.articles == ()
    assert language in collection.set_aside[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "Muhammad ibn Salih al-Qahtani met Ruslan Dzhumaev, Nguyễn Văn Thắng and Wojciech "
        "Brzęczyszczykiewicz in Nizhnevartovsk, Ouagadougou and Szczebrzeszyn, officials "
        "of the Yedinaya Partiya said on Monday.",
        "FOG CLOSES HARBOUR OF PORT MAREN AS TWO TRAWLERS COLLIDE AND THREE ARE TAKEN TO HOSPITAL",
        "“Нет,” said Mr Petrov, using the word for no. He had told the crew that they were to stay with it.",
    ],
)
def test_english_full_of_foreign_words_stays(text: str) -> None:
    require_english(text)


def test_a_few_words_are_not_judged_unless_they_say_what_they_are() -> None:
    require_english("Nebel schließt Hafen, drei Verletzte")
    with pytest.raises(OtherLanguage):
        require_english("Nebel schließt Hafen, drei Verletzte", declared="de-DE")


def test_english_prose_declared_as_something_else_is_english(story: str) -> None:
    require_english(story, declared="de")
