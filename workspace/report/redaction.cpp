// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/report/redaction.h"

#include <QDir>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype LongestLine = 2000;

QString redacted(const QString &line)
{
    struct Rule
    {
        QRegularExpression what;
        QString by;
    };
    constexpr auto caseless = QRegularExpression::CaseInsensitiveOption;
    // In this order: the first ones take whole stretches of which the later ones know only parts.
    // Never destroyed: lines also come while the program ends.
    static const auto &rules = *new std::array{
        Rule{QRegularExpression(u"-----BEGIN.*"_s, QRegularExpression::DotMatchesEverythingOption),
             u"[redacted]"_s},
        Rule{QRegularExpression(u"(token|passw|passphrase|secret|authori[sz]ation|bearer|basic |"
                                u"api[-_]?key|credential|cookie|private|client-key|"
                                u"certificate-authority-data|client-certificate).*"_s,
                                caseless | QRegularExpression::DotMatchesEverythingOption),
             u"\\1 [redacted]"_s},
        Rule{QRegularExpression(u"\\b([a-z][a-z0-9+.-]*)://[^\\s]*"_s, caseless),
             u"\\1://[redacted]"_s},
        Rule{QRegularExpression(u"[^\\s@]+@[^\\s@]+"_s), u"[redacted]"_s},
        Rule{QRegularExpression(u"[A-Za-z0-9+/_-]{6,}={1,2}"_s), u"[redacted]"_s},
        // Long, and of letters and digits both; or very long.
        Rule{QRegularExpression(u"(?=[A-Za-z0-9+/_.-]*[0-9])(?=[A-Za-z0-9+/_.-]*[A-Za-z])"
                                u"[A-Za-z0-9+/_.-]{14,}"_s),
             u"[redacted]"_s},
        Rule{QRegularExpression(u"[A-Za-z0-9+/_-]{24,}"_s), u"[redacted]"_s},
        Rule{QRegularExpression(u"\\b\\d{1,3}(\\.\\d{1,3}){3}(:\\d+)?\\b"_s), u"[address]"_s},
        Rule{QRegularExpression(u"\\[?([0-9a-f]{0,4}:){3,}[0-9a-f]{0,4}\\]?(:\\d+)?"_s, caseless),
             u"[address]"_s},
    };
    auto text = line.left(LongestLine);
    for (const auto &rule : rules)
        text.replace(rule.what, rule.by);
    if (const auto home = QDir::homePath(); home.size() > 1)
        text.replace(home, u"~"_s);
    return text.replace(u'\n', u' ');
}

} // namespace workspace
