// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/editor/yamlshape.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int step = 2;

YamlShape shapeOf(QStringView line)
{
    YamlShape shape;
    while (shape.indent < line.size() && line[shape.indent] == u' ')
        ++shape.indent;
    const auto rest = line.sliced(shape.indent).trimmed();
    shape.isBlank = rest.isEmpty() || rest.startsWith(u'#');
    shape.isItem = rest == u'-' || rest.startsWith("- "_L1);
    shape.isSeparator =
        shape.indent == 0 && (rest == "---"_L1 || rest.startsWith("--- "_L1) || rest == "..."_L1);
    return shape;
}

bool belongsTo(const YamlShape &header, const YamlShape &line)
{
    if (line.isSeparator)
        return false;
    if (header.isSeparator)
        return true;
    return line.indent > header.indent
        || (line.indent == header.indent && line.isItem && !header.isItem);
}

/// Without what a "#" after a space begins; quotes are left alone, as a colon ends no quoted text.
static QStringView withoutComment(QStringView text)
{
    const auto comment = text.indexOf(" #"_L1);
    return (comment < 0 ? text : text.first(comment)).trimmed();
}

static bool opensBlock(QStringView text)
{
    if (text.endsWith(u':') || text.endsWith(u'{') || text.endsWith(u'['))
        return true;
    // "key: |", "- >-", "|2+": https://yaml.org/spec/1.2.2/#81-block-scalar-styles
    const auto last = text.sliced(text.lastIndexOf(u' ') + 1);
    return !last.isEmpty() && (last[0] == u'|' || last[0] == u'>') && last.size() <= 3
        && (last.size() == text.size() || text.chopped(last.size()).trimmed().endsWith(u':'));
}

int indentAfter(QStringView before)
{
    const auto shape = shapeOf(before);
    auto rest = before.sliced(shape.indent);
    if (rest.startsWith(u'#'))
        return shape.indent;
    int column = shape.indent;
    bool isItem = false;
    while (rest.startsWith("- "_L1) || rest == u'-') {
        isItem = true;
        int width = 1;
        while (width < rest.size() && rest[width] == u' ')
            ++width;
        width = std::max(width, step);
        column += width;
        rest = rest.sliced(std::min<qsizetype>(width, rest.size()));
    }
    const auto text = withoutComment(rest);
    if (opensBlock(text))
        return column + step;
    const bool isMapping = text.contains(": "_L1);
    return isItem && !isMapping && !text.isEmpty() ? shape.indent : column;
}

QStringList withCommentsToggled(const QStringList &lines)
{
    const auto hasText = [](const QString &line) { return !line.trimmed().isEmpty(); };
    const auto isOut = [&](const QString &line) {
        return !hasText(line) || line.trimmed().startsWith(u'#');
    };
    int column = std::numeric_limits<int>::max();
    for (const auto &line : lines) {
        if (hasText(line))
            column = std::min(column, shapeOf(line).indent);
    }
    const bool allOut = std::ranges::all_of(lines, isOut) && std::ranges::any_of(lines, hasText);
    QStringList result;
    for (auto line : lines) {
        if (allOut && hasText(line)) {
            const auto sign = line.indexOf(u'#');
            line.remove(sign, line.mid(sign + 1, 1) == u' ' ? 2 : 1);
        } else if (hasText(line)) {
            line.insert(column, "# "_L1);
        }
        result.append(line);
    }
    return result;
}

QString withoutTabs(const QString &text, int column)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\t') {
            const int width = step - column % step;
            result += QString(width, u' ');
            column += width;
        } else {
            result += c;
            column = c == u'\n' || c == QChar::ParagraphSeparator ? 0 : column + 1;
        }
    }
    return result;
}

} // namespace workspace
