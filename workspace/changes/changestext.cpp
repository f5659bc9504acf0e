// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/changes/changestext.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Changes)
};

using What = kube::FieldChange::What;

constexpr qsizetype WidestPath = 44;
constexpr qsizetype ShortValues = 60; ///< both together fit beside the path

/// Appends pieces with their tones to one line.
class LineWriter
{
public:
    explicit LineWriter(TextDocument &document)
        : m_line(document.lines.emplace_back())
    {
    }

    LineWriter &put(const QString &text, TextTone tone = TextTone::Plain, bool bold = false)
    {
        if (tone != TextTone::Plain || bold)
            m_line.spans.push_back({.start = int(m_line.text.size()),
                                    .length = int(text.size()),
                                    .tone = tone,
                                    .bold = bold});
        m_line.text += text;
        return *this;
    }
    LineWriter &padTo(qsizetype column)
    {
        m_line.text += QString(qMax(qsizetype(2), column - m_line.text.size()), u' ');
        return *this;
    }

private:
    TextLine &m_line;
};

QString oneLine(QString text)
{
    return text.replace(u'\t', u' ').remove(u'\r').replace(u'\n', u'⏎');
}

void writeBlock(TextDocument &document, QChar sign, TextTone tone, const QString &text)
{
    bool first = true;
    const auto lines = QString(text).remove(u'\r').replace(u'\t', "    "_L1).split(u'\n');
    for (const auto &line : lines) {
        LineWriter(document)
            .put(first ? u"      %1 "_s.arg(sign) : u"        "_s, tone)
            .put(line, tone);
        first = false;
    }
}

void writeField(TextDocument &document, const kube::FieldChange &field, qsizetype column)
{
    LineWriter line(document);
    if (field.path == "…"_L1) {
        line.put(u"    "_s + Tr::tr("and %n more field(s)", nullptr, field.after.toInt()),
                 TextTone::Faint);
        return;
    }
    line.put(u"    "_s).put(field.path, TextTone::Key).padTo(column);
    if (field.isSecret) {
        const auto word = field.what == What::Added ? Tr::tr("added")
            : field.what == What::Removed           ? Tr::tr("removed")
                                                    : Tr::tr("changed");
        line.put(word, TextTone::Warn);
        return;
    }
    const bool isShort = field.before.size() + field.after.size() <= ShortValues
        && !field.before.contains(u'\n') && !field.after.contains(u'\n');
    if (!isShort) {
        if (field.what != What::Added)
            writeBlock(document, u'−', TextTone::Error, field.before);
        if (field.what != What::Removed)
            writeBlock(document, u'+', TextTone::Ok, field.after);
        return;
    }
    const auto none = Tr::tr("(none)");
    line.put(field.what == What::Added ? none : oneLine(field.before),
             field.what == What::Added ? TextTone::Faint : TextTone::Dim);
    line.put(u" → "_s, TextTone::Faint);
    line.put(field.what == What::Removed ? none : oneLine(field.after),
             field.what == What::Removed ? TextTone::Faint : TextTone::Ok);
}

void writeEntry(TextDocument &document, const kube::TimelineEntry &entry, const QDateTime &now)
{
    LineWriter head(document);
    head.put(momentText(entry.at, now, true), TextTone::Heading, true);
    if (entry.deleted) {
        head.put(u"  "_s).put(Tr::tr("deleted"), TextTone::Error);
        return;
    }
    head.put(u"  "_s + Tr::tr("%n field(s)", nullptr, int(entry.fields.size())), TextTone::Faint);
    qsizetype widest = 0;
    for (const auto &field : entry.fields) {
        if (field.path.size() <= WidestPath)
            widest = qMax(widest, field.path.size());
    }
    for (const auto &field : entry.fields)
        writeField(document, field, 4 + widest + 2);
}

} // namespace

QString momentText(const QDateTime &moment, const QDateTime &now, bool seconds)
{
    const auto local = moment.toLocalTime();
    const auto time = local.toString(seconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
    return local.date() == now.toLocalTime().date()
        ? time
        : QString(local.toString(u"yyyy-MM-dd"_s) + u' ' + time);
}

TextDocument changesText(const kube::Timeline &timeline, const QDateTime &now)
{
    TextDocument document;
    for (const auto &entry : std::views::reverse(timeline.entries)) {
        writeEntry(document, entry, now);
        document.lines.emplace_back();
    }
    if (timeline.dropped > 0)
        LineWriter(document).put(
            Tr::tr("%n older change(s) are not kept.", nullptr, int(timeline.dropped)),
            TextTone::Faint);
    LineWriter(document).put(Tr::tr("Seen since %1, when this object was opened.")
                                 .arg(momentText(timeline.since, now, true)),
                             TextTone::Faint);
    return document;
}

} // namespace workspace
