// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/view/shownline.h"

#include "kube/logstore/stamp.h"
#include "workspace/logs/ansipalette.h"
#include "workspace/logs/ansitext.h"
#include "workspace/logs/view/jsonline.h"
#include "workspace/logs/view/marktext.h"
#include "workspace/look/look.h"

#include <algorithm>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

constexpr int SampledLines = 300;
constexpr int WidestColumn = 40;
constexpr int NarrowestColumn = 4;

using Formats = QList<QTextLayout::FormatRange>;

QTextCharFormat &add(Formats &formats, qsizetype start, qsizetype length)
{
    formats.append({int(start), int(length), {}});
    return formats.last().format;
}

QString columnsText(const JsonFields &fields, const std::vector<LineStyle::Column> &columns)
{
    QString text;
    for (const auto &column : columns) {
        const auto found = std::ranges::find(fields, column.field, &JsonFields::value_type::first);
        auto value = found == fields.end() ? QString() : found->second;
        const bool isLast = &column == &columns.back();
        if (!isLast && value.size() > column.width)
            value = value.first(column.width - 1) + u'…';
        text += isLast ? value : value.leftJustified(column.width + LineStyle::ColumnGap);
    }
    return text;
}

/// A line's own text with its colours; what is shown instead of it in columns has none.
AnsiText ownText(const LogModel::Line &line, const LineStyle &style)
{
    if (line.level == LogModel::Level::Mark)
        return {.text = markText(line.bytes)};
    if (!style.columns.empty()) {
        if (const auto fields = jsonFields(line.bytes); !fields.empty())
            return {.text = columnsText(fields, style.columns)};
    }
    return ansiText(line.bytes);
}

QString prefixOf(const LogModel::Line &line, const LineStyle &style)
{
    QString prefix;
    if (!style.sources.isEmpty())
        prefix = style.sources.value(line.source).leftJustified(style.sourceWidth());
    if (style.stamps)
        prefix += line.time == logstore::NoTime ? QString(LineStyle::StampWidth, u' ')
                                                : QString(clockText(line.time) + "  "_L1);
    return prefix;
}

void addColours(Formats &formats, const AnsiText &ansi, int prefix, const Theme &theme)
{
    for (const auto &span : ansi.spans) {
        auto foreground = ansiSpanColor(span.foreground, theme);
        auto background = ansiSpanColor(span.background, theme);
        if (span.dim && !foreground.isValid())
            foreground = theme.textFaint;
        if (span.inverse) {
            std::swap(foreground, background);
            foreground = foreground.isValid() ? foreground : theme.panel;
            background = background.isValid() ? background : theme.text;
        }
        if (!foreground.isValid() && !background.isValid() && !span.bold && !span.underline
            && !span.italic && !span.strike)
            continue;
        auto &format = add(formats, prefix + span.start, span.length);
        if (foreground.isValid())
            format.setForeground(foreground);
        if (background.isValid())
            format.setBackground(background);
        if (span.bold)
            format.setFontWeight(QFont::Bold);
        format.setFontUnderline(span.underline);
        format.setFontItalic(span.italic);
        format.setFontStrikeOut(span.strike);
    }
}

void addPrefix(Formats &formats, const LogModel::Line &line, const LineStyle &style, int prefix,
               const Theme &theme)
{
    const int names = style.sources.isEmpty() ? 0 : style.sourceWidth();
    if (names > 0 && line.source < style.sourceColors.size())
        add(formats, 0, names).setForeground(style.sourceColors[line.source]);
    if (prefix > names)
        add(formats, names, prefix - names).setForeground(theme.textFaint);
}

/// What was searched for. In columns it may have been found in a value that none shows.
void addFound(Formats &formats, const LogModel &model, const QString &text, int prefix,
              const Theme &theme)
{
    for (const auto *pattern : {&model.filter(), &model.find()}) {
        if (pattern->isEmpty())
            continue;
        auto fill = pattern == &model.find() ? theme.warn : theme.accent;
        fill.setAlpha(pattern == &model.find() ? 110 : 60);
        for (const auto &range : pattern->rangesIn(text))
            add(formats, prefix + range.start, range.length).setBackground(fill);
    }
}

QString opened(const LogModel::Line &line)
{
    QString text;
    for (const auto &part : jsonPretty(line.bytes))
        text += QChar(QChar::LineSeparator) + u"  "_s + part;
    return text;
}

} // namespace

int LineStyle::sourceWidth() const
{
    qsizetype widest = 0;
    for (const auto &name : sources)
        widest = std::max(widest, name.size());
    return int(widest) + 2;
}

QString clockText(qint64 nanoseconds)
{
    const auto stamp = logstore::stampText(nanoseconds);
    auto time = QString::fromLatin1(stamp.sliced(11)).first(qMin<qsizetype>(12, stamp.size() - 11));
    if (time[8] != u'.')
        return time.first(8) + ".000"_L1;
    if (time.endsWith(u'Z'))
        return time.chopped(1).leftJustified(12, u'0');
    return time;
}

QString plainText(const LogModel::Line &line)
{
    return line.level == LogModel::Level::Mark ? markText(line.bytes) : ansiText(line.bytes).text;
}

QString shownText(const LogModel &model, qint64 number, const LineStyle &style, bool open)
{
    const auto line = model.line(number);
    const QString text = prefixOf(line, style) + ownText(line, style).text;
    return open ? QString(text + opened(line)) : text;
}

ShownLine shownLine(const LogModel &model, qint64 number, const LineStyle &style, bool open,
                    const Theme &theme)
{
    const auto line = model.line(number);
    auto own = ownText(line, style);
    if (!style.whole)
        own.text.truncate(style.most);
    const auto prefix = prefixOf(line, style);
    ShownLine shown{.text = prefix + own.text, .prefix = int(prefix.size())};
    addPrefix(shown.formats, line, style, shown.prefix, theme);
    if (line.level == LogModel::Level::Mark) {
        auto &format = add(shown.formats, shown.prefix, own.text.size());
        format.setForeground(isGap(line.bytes) ? theme.warn : theme.textDim);
        format.setFontItalic(true);
    } else {
        if (model.isContext(number))
            add(shown.formats, shown.prefix, own.text.size()).setForeground(theme.textFaint);
        addColours(shown.formats, own, shown.prefix, theme);
        addFound(shown.formats, model, own.text, shown.prefix, theme);
    }
    if (open) {
        const auto more = opened(line);
        add(shown.formats, shown.text.size(), more.size()).setForeground(theme.textDim);
        shown.text += more;
    }
    return shown;
}

QStringList sampledFields(const LogModel &model, qint64 end)
{
    std::map<QString, int> seen;
    const auto &store = model.store();
    const auto last = std::min(end, store.end());
    const auto first = std::max(store.begin(), last - SampledLines);
    for (auto number = first; number < last; ++number) {
        for (const auto &[name, value] : jsonFields(store.line(number).bytes))
            ++seen[name];
    }
    QStringList names;
    for (const auto &[name, count] : seen)
        names.append(name);
    std::ranges::stable_sort(names, std::greater(), [&seen](const QString &n) { return seen[n]; });
    return names;
}

std::vector<LineStyle::Column> columnsFor(const LogModel &model, const QStringList &fields)
{
    std::vector<LineStyle::Column> columns;
    for (const auto &field : fields)
        columns.push_back({field, std::max(NarrowestColumn, int(field.size()))});
    const auto &store = model.store();
    const auto first = std::max(store.begin(), store.end() - SampledLines);
    for (auto number = first; number < store.end(); ++number) {
        const auto values = jsonFields(store.line(number).bytes);
        for (auto &column : columns) {
            const auto found =
                std::ranges::find(values, column.field, &JsonFields::value_type::first);
            if (found != values.end())
                column.width = std::clamp(int(found->second.size()), column.width, WidestColumn);
        }
    }
    return columns;
}

} // namespace workspace
