// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace app {

Translations::Translations(const QString &language)
{
    const auto locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale); // numbers and dates follow the words
    const auto install = [this](std::unique_ptr<QTranslator> translator, bool isLoaded) {
        if (isLoaded && QCoreApplication::installTranslator(translator.get()))
            m_installed.push_back(translator.release());
    };
    auto qt = std::make_unique<QTranslator>();
    const bool hasQt =
        qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(std::move(qt), hasQt);
    // English has a file too, with its plural forms; it serves every language that has none.
    auto own = std::make_unique<QTranslator>();
    const bool hasOwn = own->load(locale, u"krateyard"_s, u"_"_s, u":/i18n"_s)
        || own->load(u":/i18n/krateyard_en"_s);
    install(std::move(own), hasOwn);
}

Translations::~Translations()
{
    for (auto *translator : m_installed) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

} // namespace app
