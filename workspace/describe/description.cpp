// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/description.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

const DescribedSection *Description::section(QStringView heading) const
{
    const auto found = std::ranges::find(sections, heading, &DescribedSection::heading);
    return found == sections.end() ? nullptr : &*found;
}

const DescribedField *Description::field(QStringView label) const
{
    for (const auto &section : sections) {
        const auto found = std::ranges::find(section.fields, label, &DescribedField::label);
        if (found != section.fields.end())
            return &*found;
    }
    return nullptr;
}

namespace {

constexpr int indentBy = 2;
constexpr int widestLabel = 26;

/// Appends text to a document line by line.
class Typesetter
{
public:
    TextDocument result;

    void section(const DescribedSection &section);

private:
    TextLine &newLine() { return result.lines.emplace_back(); }
    void put(TextLine &line, const QString &text, TextTone tone, const ObjectId &link = {});
    void field(const DescribedField &field, int labelWidth);
    void value(TextLine &line, const DescribedValue &value, int column);
    void table(const DescribedSection &section);
};

void Typesetter::put(TextLine &line, const QString &text, TextTone tone, const ObjectId &link)
{
    if (text.isEmpty())
        return;
    TextSpan span {.start = int(line.text.size()), .length = int(text.size()), .tone = tone};
    if (!link.kind.isEmpty()) {
        span.tone = TextTone::Link;
        span.target = int(result.targets.size());
        result.targets.push_back({.object = link});
    }
    line.text += text;
    if (tone != TextTone::Plain || span.target >= 0)
        line.spans.push_back(span);
}

/// A value of several lines goes on below itself.
void Typesetter::value(TextLine &line, const DescribedValue &value, int column)
{
    const auto rows = QString(value.text).remove(u'\r').replace(u'\t', "    "_L1).split(u'\n');
    put(line, rows.front(), value.tone, value.link);
    for (qsizetype i = 1; i < rows.size(); ++i) {
        auto &next = newLine();
        next.text = QString(column, u' ');
        put(next, rows[i], value.tone);
    }
}

void Typesetter::field(const DescribedField &field, int labelWidth)
{
    const int indent = field.depth * indentBy;
    auto *line = &newLine();
    line->text = QString(indent, u' ');
    put(*line, field.label.isEmpty() ? QString() : field.label + u':',
        field.values.empty() ? TextTone::Plain : TextTone::Dim);
    const int column = indent + labelWidth + 2;
    bool first = true;
    for (const auto &one : field.values) {
        if (!std::exchange(first, false))
            line = &newLine();
        const auto have = int(line->text.size());
        line->text += QString(qMax(have >= column ? 1 : 0, column - have), u' ');
        value(*line, one, column);
    }
}

void Typesetter::table(const DescribedSection &section)
{
    const auto count = size_t(section.columns.size());
    std::vector<int> widths;
    for (size_t c = 0; c < count; ++c) {
        qsizetype width = section.columns[qsizetype(c)].size();
        for (const auto &row : section.rows)
            width = qMax(width, c < row.size() ? row[c].text.size() : 0);
        widths.push_back(int(width));
    }
    auto &head = newLine();
    head.text = u"  "_s;
    for (size_t c = 0; c < count; ++c) {
        const auto title = section.columns[qsizetype(c)];
        put(head, title, TextTone::Faint);
        if (c + 1 < count)
            head.text += QString(widths[c] + 2 - int(title.size()), u' ');
    }
    for (const auto &row : section.rows) {
        auto &line = newLine();
        line.text = u"  "_s;
        for (size_t c = 0; c < qMin(count, row.size()); ++c) {
            put(line, row[c].text, row[c].tone, row[c].link);
            if (c + 1 < count)
                line.text += QString(widths[c] + 2 - int(row[c].text.size()), u' ');
        }
    }
}

void Typesetter::section(const DescribedSection &section)
{
    if (!result.lines.empty())
        newLine();
    if (!section.heading.isEmpty())
        put(newLine(), section.heading, TextTone::Heading);
    // Labels of one depth are aligned with each other.
    std::vector<int> widths;
    for (const auto &field : section.fields) {
        widths.resize(qMax(widths.size(), size_t(field.depth) + 1), 0);
        auto &width = widths[size_t(field.depth)];
        if (!field.values.empty() && field.label.size() <= widestLabel)
            width = qMax(width, int(field.label.size()));
    }
    for (const auto &one : section.fields)
        field(one, widths[size_t(one.depth)]);
    if (!section.columns.isEmpty())
        table(section);
}

} // namespace

TextDocument toText(const Description &description)
{
    Typesetter typesetter;
    for (const auto &section : description.sections)
        typesetter.section(section);
    return std::move(typesetter.result);
}

} // namespace workspace
