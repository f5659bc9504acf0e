// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/forward/forwardcontent.h"

#include "workspace/forward/forwardtext.h"
#include "workspace/look/glyphs.h"
#include "workspace/look/look.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QUrl>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qreal RowHeight = 64; ///< three lines
static constexpr qreal Gap = 18; ///< between two words that act

using State = kube::PortForward::State;

ForwardContent::ForwardContent(ForwardBook &book, Look &look, QObject *parent)
    : ListContent(look, false, {}, {.row = RowHeight, .keepsPlace = true}, parent)
    , m_book(book)
{
    connect(&book, &ForwardBook::changed, this, &ForwardContent::take);
    connect(&book, &ForwardBook::trafficChanged, this, &ForwardContent::updated);
    take();
}

static bool matches(const ForwardBook::Entry &entry, const QStringList &words)
{
    const auto &spec = entry.record.spec;
    const QString text =
        QStringList{entry.record.context, spec.target.kind,        spec.target.nameSpace,
                    spec.target.name,     forwardPortsText(entry), forwardStateText(entry)}
            .join(u' ');
    return std::ranges::all_of(
        words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void ForwardContent::take()
{
    const auto words = filter().split(u' ', Qt::SkipEmptyParts);
    m_rows.clear();
    for (const auto &entry : m_book.entries() | std::views::reverse) {
        if (matches(entry, words))
            m_rows.push_back(entry.id);
    }
    relayout();
    Q_EMIT updated();
}

void ForwardContent::applyFilter(const QString & /*text*/)
{
    take();
}

int ForwardContent::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_rows, id.toInt());
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

const ForwardBook::Entry &ForwardContent::entryAt(int row) const
{
    return *m_book.entry(m_rows[size_t(row)]);
}

ObjectId ForwardContent::objectAt(int row) const
{
    return objectOf(entryAt(row).record.spec.target);
}

QString ForwardContent::rowText(int row) const
{
    const auto &entry = entryAt(row);
    return u"%1, %2, %3"_s.arg(ListContent::rowText(row), forwardPortsText(entry),
                               entry.record.context);
}

QString ForwardContent::filterHint() const
{
    return tr("Filter by object, port, cluster, state");
}

Message ForwardContent::message() const
{
    if (total() > 0)
        return {.title = tr("No match"),
                .text = tr("None of %Ln forwards fits the filter. Escape clears it.", nullptr,
                           total())};
    return {.title = tr("No port is forwarded"),
            .text = tr("Choose “Forward a port” for a pod, a service or a workload. What you "
                       "forwarded stays here, to be started again.")};
}

QString ForwardContent::footerText() const
{
    const auto all = tr("%Ln forwards", nullptr, total());
    return m_book.running() == 0
        ? all
        : QString(all + u"  ·  "_s + tr("%Ln running", nullptr, m_book.running()));
}

std::vector<ForwardContent::Deed> ForwardContent::deedsOf(int row) const
{
    const auto &entry = entryAt(row);
    const bool listens = entry.forward && entry.forward->localPort() != 0;
    std::vector<Deed> deeds;
    if (listens || entry.waitsForCluster)
        deeds.push_back(Deed::Stop);
    else
        deeds.push_back(Deed::Start);
    if (listens) {
        deeds.push_back(Deed::Browse);
        deeds.push_back(Deed::CopyUrl);
    }
    if (entry.forward && entry.forward->problem().kind == kube::ForwardProblem::Kind::PortTaken)
        deeds.push_back(Deed::FreePort);
    deeds.push_back(Deed::Remove);
    return deeds;
}

void ForwardContent::act(int row, Deed deed)
{
    const auto &entry = entryAt(row);
    const int id = entry.id;
    switch (deed) {
    case Deed::Start: return m_book.start(id);
    case Deed::Stop: return m_book.stop(id);
    case Deed::Browse: QDesktopServices::openUrl(QUrl(forwardUrl(entry))); return;
    case Deed::CopyUrl: QGuiApplication::clipboard()->setText(forwardUrl(entry)); return;
    case Deed::FreePort: return m_book.setLocalPort(id, kube::ForwardListener::freePort());
    case Deed::Remove: return m_book.remove(id);
    }
}

QString ForwardContent::wordOf(Deed deed)
{
    switch (deed) {
    case Deed::Start: return tr("Start");
    case Deed::Stop: return tr("Stop");
    case Deed::Browse: return tr("Open in browser");
    case Deed::CopyUrl: return tr("Copy URL");
    case Deed::FreePort: return tr("Use a free port");
    case Deed::Remove: return tr("Forget");
    }
    return {};
}

std::vector<std::pair<ForwardContent::Deed, QRectF>>
ForwardContent::deedRects(int row, const QRectF &box) const
{
    std::vector<std::pair<Deed, QRectF>> rects;
    const auto font = look().sans(11.5, QFont::DemiBold);
    auto deeds = deedsOf(row);
    qreal right = box.right() - 14;
    for (const auto deed : deeds | std::views::reverse) {
        const qreal width = glyphs().widthOf(wordOf(deed), font);
        rects.emplace_back(deed, QRectF(right - width, box.top() + 42, width, 18));
        right -= width + Gap;
    }
    return rects;
}

QRectF ForwardContent::deedRect(int row, Deed deed) const
{
    const auto box = m_boxes.find(m_rows[size_t(row)]);
    if (box == m_boxes.end())
        return {};
    for (const auto &[one, rect] : deedRects(row, box->second)) {
        if (one == deed)
            return rect;
    }
    return {};
}

std::optional<ForwardContent::Deed> ForwardContent::deedAt(QPointF position) const
{
    const int row = rowAt(position);
    if (row < 0)
        return {};
    const auto box = m_boxes.find(m_rows[size_t(row)]);
    if (box == m_boxes.end())
        return {};
    for (const auto &[deed, rect] : deedRects(row, box->second)) {
        if (rect.adjusted(-4, -3, 4, 3).contains(position))
            return deed;
    }
    return {};
}

bool ForwardContent::handleInput(QEvent &event)
{
    if (event.type() == QEvent::MouseButtonPress) {
        const auto &press = static_cast<const QMouseEvent &>(event);
        const auto deed =
            press.button() == Qt::LeftButton ? deedAt(press.position()) : std::nullopt;
        if (deed) {
            const int row = rowAt(press.position());
            select(row);
            act(row, *deed);
            return true;
        }
    }
    if (event.type() == QEvent::KeyPress && key(static_cast<const QKeyEvent &>(event)))
        return true;
    return ListContent::handleInput(event);
}

bool ForwardContent::key(const QKeyEvent &event)
{
    const int row = rowOf(selectedId());
    if (row < 0)
        return false;
    const auto deeds = deedsOf(row);
    const bool listens = std::ranges::contains(deeds, Deed::Browse);
    const bool plain = event.modifiers() == Qt::NoModifier;
    if (plain && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)) {
        act(row, deeds.front());
    } else if (event.matches(QKeySequence::Copy) && listens) {
        act(row, Deed::CopyUrl);
    } else if (event.modifiers() == Qt::AltModifier && event.key() == Qt::Key_B && listens) {
        act(row, Deed::Browse);
    } else if (plain && event.key() == Qt::Key_Delete && filter().isEmpty()) {
        act(row, Deed::Remove);
    } else {
        return false;
    }
    return true;
}

Qt::CursorShape ForwardContent::cursorAt(QPointF position) const
{
    return deedAt(position) ? Qt::PointingHandCursor : ListContent::cursorAt(position);
}

QString ForwardContent::toolTipAt(QPointF position) const
{
    const int row = rowAt(position);
    if (row < 0 || !entryAt(row).forward)
        return {};
    const auto &forward = *entryAt(row).forward;
    const auto &problem = forward.problem();
    QStringList lines{forwardProblemText(problem, entryAt(row).record.spec.target),
                      problem.kind == kube::ForwardProblem::Kind::Refused ? problem.error.message
                                                                          : problem.detail};
    if (!forward.place().pod.isEmpty())
        lines.append(tr("Leads to pod %1, port %2.")
                         .arg(forward.place().pod, QString::number(forward.place().port)));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

static std::pair<QColor, Mark> lookOf(State state, const Theme &theme)
{
    switch (state) {
    case State::Failed: return {theme.error, Mark::Cross};
    case State::Listening:
    case State::Live: return {theme.ok, Mark::Check};
    case State::Stopped: return {theme.textDim, Mark::Ring};
    case State::Connecting:
    case State::Waiting: return {theme.warn, Mark::Clock};
    }
    Q_UNREACHABLE_RETURN({});
}

void ForwardContent::paintRow(QPainter &painter, int row, const QRectF &box)
{
    const auto &theme = look().theme();
    const auto &entry = entryAt(row);
    m_boxes[entry.id] = box;
    const auto state = entry.forward ? entry.forward->state() : State::Stopped;
    const bool live = state == State::Listening || state == State::Live;
    const auto [color, mark] = lookOf(state, theme);
    painter.setPen(theme.border);
    painter.drawLine(QPointF(34, box.bottom() - 0.5),
                     QPointF(box.right() - 14, box.bottom() - 0.5));
    paintMark(painter, mark, QRectF(12, box.top() + 8, 13, 13), color, theme.panel);

    const auto bold = look().sans(12.5, QFont::DemiBold);
    const auto plain = look().sans(12);
    const auto &target = entry.record.spec.target;
    const auto ports = forwardPortsText(entry);
    const auto portFont = look().mono(12);
    const qreal right = box.right() - 14 - glyphs().widthOf(ports, portFont);
    painter.setPen(theme.text);
    glyphs().draw(painter, {right, box.top() + 18}, ports, portFont, box.right() - right);
    const QString name = target.kind + u' ' + target.name;
    glyphs().draw(painter, {34, box.top() + 18}, name, bold, right - 46, Qt::ElideMiddle);

    const QString place = target.nameSpace + u"  ·  "_s + entry.record.context;
    painter.setPen(theme.textDim);
    glyphs().draw(painter, {34, box.top() + 36}, place, plain, box.width() / 2);
    if (entry.forward) {
        const auto traffic = forwardTrafficText(*entry.forward);
        const qreal width = glyphs().widthOf(traffic, plain);
        glyphs().draw(painter, {box.right() - 14 - width, box.top() + 36}, traffic, plain,
                      width + 2);
    }

    const auto rects = deedRects(row, box);
    for (const auto &[deed, rect] : rects) {
        painter.setPen(theme.accent);
        glyphs().draw(painter, {rect.left(), rect.top() + 13}, wordOf(deed),
                      look().sans(11.5, QFont::DemiBold), rect.width() + 2);
    }
    auto text = forwardStateText(entry);
    if (const auto problem =
            entry.forward ? forwardProblemText(entry.forward->problem(), target) : QString();
        !problem.isEmpty())
        text = live ? problem : QString(text + u": "_s + problem);
    painter.setPen(color);
    glyphs().draw(painter, {34, box.top() + 55}, text, plain,
                  rects.back().second.left() - 34 - Gap);
}

} // namespace workspace
