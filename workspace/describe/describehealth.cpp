// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/describehealth.h"

#include "workspace/health/healthtext.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct HealthTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Describe)
};

constexpr int ShortestLine = 32;

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

/// How many columns of a monospaced font a character takes: two where Unicode calls it wide
/// (https://www.unicode.org/reports/tr11/).
int columnsOf(QChar character)
{
    static constexpr std::array<std::pair<char16_t, char16_t>, 7> wide{{{0x1100, 0x115F},
                                                                        {0x2E80, 0xA4CF},
                                                                        {0xAC00, 0xD7A3},
                                                                        {0xF900, 0xFAFF},
                                                                        {0xFE30, 0xFE6F},
                                                                        {0xFF00, 0xFF60},
                                                                        {0xFFE0, 0xFFE6}}};
    const auto code = character.unicode();
    return std::ranges::any_of(
               wide,
               [code](const auto &range) { return code >= range.first && code <= range.second; })
        ? 2
        : 1;
}

/// Breaks where the text's own script does; what is longer than a line without such a place is cut.
QString wrapped(const QString &text, int columns)
{
    QTextBoundaryFinder places(QTextBoundaryFinder::Line, text);
    QString lines;
    qsizetype start = 0; // of the line
    qsizetype last = 0; // where it may break
    int used = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        places.setPosition(at);
        if (at > start && places.isAtBoundary())
            last = at;
        const int wide = columnsOf(text[at]);
        if (used + wide > columns && at > start && text[at] != u' ') {
            const auto end = last > start ? last : at;
            lines += QStringView(text).sliced(start, end - start).trimmed() + u'\n';
            start = end;
            used = 0;
            for (auto kept = start; kept < at; ++kept)
                used += columnsOf(text[kept]);
        }
        used += wide;
    }
    return lines + QStringView(text).sliced(start).trimmed();
}

} // namespace

std::optional<DescribedSection> describeHealth(const kube::Diagnosis &diagnosis,
                                               const QString &lastLine, int columns)
{
    const auto sentence = healthSentence(diagnosis);
    if (sentence.isEmpty())
        return {};
    const auto length = qMax(ShortestLine, columns - 2); // without the indent
    DescribedSection section{.heading =
                                 HealthTr::tr("Health: %1").arg(healthWord(diagnosis.health))};
    section.fields.push_back({0, {}, {{wrapped(sentence, length), toneOf(diagnosis.health)}}});
    if (!lastLine.isEmpty()) {
        section.fields.push_back({0, {}, {{HealthTr::tr("Last log line:"), TextTone::Dim}}});
        section.fields.push_back({0, {}, {{wrapped(lastLine, length)}}});
    }
    return section;
}

} // namespace workspace
