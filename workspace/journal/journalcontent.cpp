// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/journal/journalcontent.h"

#include "workspace/actions/journal.h"
#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal RowHeight = 44; ///< two lines

JournalContent::JournalContent(Journal &journal, const QString &context, Look &look,
                               QObject *parent)
    : ListContent(look, false, {}, {.row = RowHeight, .keepsPlace = true}, parent)
    , m_journal(journal)
    , m_context(context)
{
    connect(&journal, &Journal::added, this, [this] {
        if (std::ssize(m_journal.entries()) == Journal::Most)
            ++m_first; // the oldest may just have gone
        take();
    });
    take();
}

static bool matches(const JournalEntry &entry, const QStringList &words)
{
    const QString text = QStringList{entry.action,  entry.object,  entry.nameSpace,
                                     entry.kubectl, entry.problem, entry.context}
                             .join(u' ');
    return std::ranges::all_of(
        words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void JournalContent::take()
{
    const auto words = filter().split(u' ', Qt::SkipEmptyParts);
    const auto &entries = m_journal.entries();
    m_rows.clear();
    m_total = 0;
    for (auto i = std::ssize(entries) - 1; i >= 0; --i) {
        const auto &entry = entries[size_t(i)];
        if (!m_context.isEmpty() && entry.context != m_context)
            continue;
        ++m_total;
        if (matches(entry, words))
            m_rows.push_back(i);
    }
    relayout();
    Q_EMIT updated();
}

void JournalContent::applyFilter(const QString & /*text*/)
{
    take();
}

QString JournalContent::idOf(int row) const
{
    return QString::number(m_first + m_rows[size_t(row)]);
}

int JournalContent::rowOf(const QString &id) const
{
    if (id.isEmpty())
        return -1;
    const auto place = id.toLongLong() - m_first;
    const auto found = std::ranges::lower_bound(m_rows, place, std::ranges::greater());
    return found != m_rows.end() && *found == place ? int(found - m_rows.begin()) : -1;
}

ObjectId JournalContent::objectAt(int row) const
{
    const auto &entry = m_journal.entries()[size_t(m_rows[size_t(row)])];
    return {entry.apiVersion, entry.kind, entry.nameSpace, entry.name};
}

QString JournalContent::rowText(int row) const
{
    const auto &entry = m_journal.entries()[size_t(m_rows[size_t(row)])];
    QStringList parts{entry.action, entry.object, entry.nameSpace, entry.context, entry.problem};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString JournalContent::commands() const
{
    QStringList lines;
    std::vector<qsizetype> places;
    for (int row = 0; row < rowCount(); ++row) {
        if (isPicked(row))
            places.push_back(m_rows[size_t(row)]);
    }
    std::ranges::sort(places);
    for (const auto place : places)
        lines.append(m_journal.entries()[size_t(place)].kubectl);
    return lines.join(u'\n');
}

bool JournalContent::handleInput(QEvent &event)
{
    if (event.type() == QEvent::KeyPress
        && static_cast<QKeyEvent &>(event).matches(QKeySequence::Copy)) {
        if (const auto text = commands(); !text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
        return true;
    }
    return ListContent::handleInput(event);
}

QString JournalContent::filterHint() const
{
    return tr("Filter by action, object, command");
}

Message JournalContent::message() const
{
    if (m_total > 0)
        return {.title = tr("No match"),
                .text =
                    tr("None of %Ln entries fits the filter. Escape clears it.", nullptr, m_total)};
    return {.title = tr("You have changed nothing here yet"),
            .text = tr("What you do to objects appears here, with the kubectl line that does the "
                       "same. Only you see it.")};
}

QString JournalContent::footerText() const
{
    return tr("%Ln entries", nullptr, m_total);
}

QString JournalContent::toolTipAt(QPointF position) const
{
    const int row = rowAt(position);
    if (row < 0)
        return {};
    const auto &entry = m_journal.entries()[size_t(m_rows[size_t(row)])];
    return entry.problem.isEmpty() ? entry.kubectl : QString(entry.problem + u'\n' + entry.kubectl);
}

void JournalContent::paintRow(QPainter &painter, int row, const QRectF &box)
{
    const auto &theme = look().theme();
    const auto &entry = m_journal.entries()[size_t(m_rows[size_t(row)])];
    const bool failed = !entry.problem.isEmpty();
    painter.setPen(theme.border);
    painter.drawLine(QPointF(34, box.bottom() - 0.5),
                     QPointF(box.right() - 14, box.bottom() - 0.5));
    const QRectF mark(12, box.top() + 8, 13, 13);
    paintMark(painter, failed ? Mark::Cross : Mark::Check, mark, failed ? theme.error : theme.ok,
              theme.panel);
    const auto bold = look().sans(12.5, QFont::DemiBold);
    const auto plain = look().sans(12);
    const auto time = QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat);
    const qreal base = box.top() + 18;
    const qreal timeWidth = glyphs().widthOf(time, plain);
    const qreal right = box.right() - 18 - timeWidth;
    painter.setPen(theme.textDim);
    glyphs().draw(painter, {right, base}, time, plain, timeWidth + 2);
    qreal x = 34;
    painter.setPen(theme.text);
    glyphs().draw(painter, {x, base}, entry.action, bold, right - x - 12);
    x += glyphs().widthOf(entry.action, bold) + 10;
    glyphs().draw(painter, {x, base}, entry.object, plain, right - x - 12, Qt::ElideMiddle);
    x += glyphs().widthOf(entry.object, plain) + 10;
    if (!entry.nameSpace.isEmpty() && right - x > 30) {
        painter.setPen(theme.forNamespace(entry.nameSpace));
        glyphs().draw(painter, {x, base}, entry.nameSpace, plain, right - x - 12);
    }
    painter.setPen(failed ? theme.error : theme.textDim);
    glyphs().draw(painter, {34, box.top() + 35}, failed ? entry.problem : entry.kubectl,
                  failed ? look().sans(11.5) : look().mono(11.5), box.right() - 52);
}

} // namespace workspace
