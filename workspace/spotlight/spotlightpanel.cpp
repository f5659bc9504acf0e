// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/spotlight/spotlightpanel.h"

#include "workspace/look/comesforward.h"
#include "workspace/look/look.h"
#include "workspace/spotlight/spotlightaccess.h"
#include "workspace/spotlight/spotlightscore.h"

#include <QAccessible>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr size_t mostHits = 200;

SpotlightPanel::SpotlightPanel(SpotlightIndex &index, SpotlightMemory &memory, Look &look,
                               QWidget *parent)
    : QWidget(parent)
    , m_index(index)
    , m_memory(memory)
    , m_look(look)
    , m_input(this)
{
    makeSpotlightAccessible();
    setLayoutDirection(Qt::LeftToRight); // as its hits are painted
    setAccessibleName(tr("Spotlight"));
    setMouseTracking(true);
    setFocusProxy(&m_input);
    m_input.setFrame(false);
    m_input.setMaxLength(200);
    m_input.setAccessibleName(tr("Search"));
    m_input.installEventFilter(this);
    parent->installEventFilter(this);
    new ComesForward(*this);
    connect(&m_input, &QLineEdit::textChanged, this, [this](const QString &text) {
        refresh(Keep::Nothing);
        Q_EMIT queryChanged(text);
    });
    connect(&m_look, &Look::changed, this, &SpotlightPanel::applyLook);
    m_settle.setSingleShot(true);
    m_settle.setInterval(50);
    connect(&m_settle, &QTimer::timeout, this, [this] { refresh(Keep::Place); });
    connect(&m_index, &SpotlightIndex::changed, this, [this] {
        if (isVisible() && !m_settle.isActive())
            m_settle.start();
    });
    connect(&m_memory, &SpotlightMemory::changed, this, [this] {
        if (isVisible())
            refresh(Keep::Place);
    });
    applyLook();
    hide();
}

void SpotlightPanel::applyLook()
{
    const auto &theme = m_look.theme();
    m_input.setFont(m_look.sans(17));
    auto colors = m_input.palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, theme.text);
    colors.setColor(QPalette::PlaceholderText, theme.textFaint);
    colors.setColor(QPalette::Highlight, theme.selection);
    colors.setColor(QPalette::HighlightedText, theme.text);
    m_input.setPalette(colors);
    m_glyphs.clear();
    update();
}

void SpotlightPanel::open(const QString &text)
{
    m_kind.clear();
    m_input.setText(text);
    refresh(Keep::Nothing);
    show();
    raise();
    m_input.setFocus(Qt::OtherFocusReason);
    m_input.deselect();
    announce();
}

void SpotlightPanel::dismiss()
{
    if (isHidden())
        return;
    hide();
    m_settle.stop();
    Q_EMIT closed();
}

void SpotlightPanel::place()
{
    const auto *over = parentWidget();
    const int width = qMin(660, int(over->width() * 0.93));
    const int top = int(over->height() * 0.15);
    const int rows = qBound(1, int(m_hits.size()), RowsShown);
    const int body = m_hits.empty() ? 132 : rows * RowHeight + 12;
    const int height = qMin(InputHeight + body + HintHeight, over->height() - top - 8);
    setGeometry((over->width() - width) / 2, top, width, height);
    const int left = 50 + int(pillWidth());
    m_input.setGeometry(left, 10, width - left - 16, InputHeight - 20);
    m_input.setPlaceholderText(m_kind.isEmpty() ? tr("Find objects, krates, namespaces, commands")
                                                : tr("Find a %1").arg(m_kind));
    const auto list = listRect();
    m_scroll.setTrack({list.right() - 9, list.top(), 9, list.height()});
    m_scroll.setRange(qreal(m_hits.size()) * RowHeight, list.height());
}

QRectF SpotlightPanel::listRect() const
{
    return {0, InputHeight + 6.0, qreal(width()), height() - InputHeight - HintHeight - 12.0};
}

qreal SpotlightPanel::pillWidth()
{
    return m_kind.isEmpty() ? 0 : m_glyphs.widthOf(m_kind, m_look.sans(13, QFont::DemiBold)) + 28;
}

/// What is pinned, then what was opened, as it is called now.
std::vector<SpotlightHit> SpotlightPanel::remembered() const
{
    std::vector<SpotlightHit> hits;
    const auto add = [&](const SpotlightEntry &entry) {
        if (const auto now = m_index.current(entry))
            hits.push_back({.entry = *now});
    };
    for (const auto &entry : m_memory.pinned())
        add(entry);
    for (const auto &entry : m_memory.recent()) {
        if (!m_memory.isPinned(entry))
            add(entry);
    }
    return hits;
}

void SpotlightPanel::refresh(Keep keep)
{
    m_settle.stop();
    m_hasGone = m_hasGone && keep == Keep::Place;
    std::optional<SpotlightEntry> stays;
    if (m_hasGone && m_selected >= 0)
        stays = m_hits[size_t(m_selected)].entry;
    const qreal above = m_selected * RowHeight - m_scroll.offset();

    m_problem.clear();
    const bool isAsked = !m_input.text().isEmpty() || !m_kind.isEmpty();
    m_hits = isAsked ? m_index.search({m_kind, m_input.text()}, mostHits) : remembered();
    if (!stays) {
        m_selected = m_hits.empty() ? -1 : 0;
    } else {
        const auto found = std::ranges::find_if(
            m_hits, [&](const SpotlightHit &hit) { return isSame(hit.entry, *stays); });
        m_selected = found != m_hits.end() ? int(found - m_hits.begin())
                                           : qMin(m_selected, int(m_hits.size()) - 1);
    }
    place();
    m_scroll.setOffset(stays ? m_selected * RowHeight - above : 0);
    if (isVisible())
        announce();
    update();
}

/// Tells a screen reader what is selected, while the focus stays in the input.
void SpotlightPanel::announce()
{
    if (!QAccessible::isActive())
        return;
    const auto text = m_selected < 0 ? tr("Nothing found")
                                     : tr("%1. %2 of %3")
                                           .arg(textOf(m_selected), QString::number(m_selected + 1),
                                                QString::number(m_hits.size()));
    QAccessibleAnnouncementEvent heard(&m_input, text);
    QAccessible::updateAccessibility(&heard);
}

QString SpotlightPanel::textOf(int row) const
{
    const auto &entry = m_hits[size_t(row)].entry;
    QStringList parts{entry.name, kindName(entry)};
    if (!entry.object.nameSpace.isEmpty())
        parts << tr("namespace %1").arg(entry.object.nameSpace);
    if (!entry.cluster.isEmpty())
        parts << entry.cluster;
    if (!entry.shortcut.isEmpty())
        parts << entry.shortcut;
    if (m_memory.isPinned(entry))
        parts << tr("pinned");
    return parts.join(u", "_s);
}

void SpotlightPanel::setElsewhere(int contexts)
{
    m_elsewhere = contexts;
    update();
}

void SpotlightPanel::setKind(const QString &kind)
{
    m_kind = kind;
    if (kind.isEmpty() || !m_input.text().isEmpty())
        m_input.clear();
    refresh(Keep::Nothing);
}

void SpotlightPanel::select(int row)
{
    if (m_hits.empty())
        return;
    m_selected = qBound(0, row, int(m_hits.size()) - 1);
    m_scroll.reveal(m_selected * RowHeight, (m_selected + 1) * RowHeight);
    announce();
    update();
}

/// As a person does: what comes later does not take the row away.
void SpotlightPanel::goTo(int row)
{
    m_hasGone = true;
    select(row);
}

void SpotlightPanel::togglePin(int row)
{
    if (row < 0)
        return;
    const auto entry = m_hits[size_t(row)].entry;
    m_hasGone = true;
    m_selected = row;
    if (!m_memory.togglePin(entry))
        m_problem = tr("%Ln pins are the most", nullptr, int(SpotlightMemory::MostPinned));
    update();
}

void SpotlightPanel::choose(View view)
{
    if (m_selected < 0)
        return;
    const auto entry = m_hits[size_t(m_selected)].entry;
    if (entry.type == SpotlightEntry::Type::Collection)
        view = View::Collection;
    m_memory.noteOpened(entry);
    dismiss();
    Q_EMIT opened(entry, view);
}

int SpotlightPanel::scrolledRows() const
{
    return int(m_scroll.offset() / RowHeight);
}

QRect SpotlightPanel::rowRect(int row) const
{
    return QRectF(8, listRect().top() + row * RowHeight - m_scroll.offset(), width() - 16.0,
                  RowHeight)
        .toRect();
}

} // namespace workspace
