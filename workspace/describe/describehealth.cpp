// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describehealth.h"

#include "workspace/health/healthtext.h"

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

constexpr qsizetype ShortestLine = 32;

TextTone toneOf(Health health)
{
    switch (health) {
    case Health::Error: return TextTone::Error;
    case Health::Warning: return TextTone::Warn;
    case Health::Pending: return TextTone::Info;
    case Health::Ok: return TextTone::Ok;
    case Health::Unknown:
    case Health::Done: return TextTone::Dim;
    }
    Q_UNREACHABLE_RETURN(TextTone::Plain);
}

/// Breaks at spaces; a word that is longer than a line is cut.
QString wrapped(const QString &text, qsizetype length)
{
    QStringList lines{QString()};
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    for (auto word : words) {
        if (!lines.last().isEmpty() && lines.last().size() + 1 + word.size() > length)
            lines.append(QString());
        for (; word.size() > length; word = word.sliced(length)) {
            lines.last() = word.left(length);
            lines.append(QString());
        }
        lines.last() += lines.last().isEmpty() ? word : QString(u' ' + word);
    }
    return lines.join(u'\n');
}

} // namespace

std::optional<DescribedSection> describeHealth(const kube::Diagnosis &diagnosis,
                                               const QString &lastLine, int columns)
{
    const auto sentence = healthSentence(diagnosis);
    if (sentence.isEmpty())
        return {};
    const auto length = qMax(ShortestLine, qsizetype(columns) - 2); // without the indent
    DescribedSection section{.heading = u"Health: "_s + healthWord(diagnosis.health)};
    section.fields.push_back({0, {}, {{wrapped(sentence, length), toneOf(diagnosis.health)}}});
    if (!lastLine.isEmpty()) {
        section.fields.push_back({0, {}, {{u"Last log line:"_s, TextTone::Dim}}});
        section.fields.push_back({0, {}, {{wrapped(lastLine, length)}}});
    }
    return section;
}

} // namespace workspace
