// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/reviewpanel.h"

#include "workspace/look/look.h"
#include "workspace/manifest/applytext.h"
#include "workspace/manifest/conflictlist.h"
#include "workspace/manifest/edittext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>

using namespace Qt::StringLiterals;

namespace workspace {

using Outcome = kube::ApplyResult::Outcome;

ReviewPanel::ReviewPanel(ApplySession &session, YamlHighlighting &highlighting, Look &look,
                         QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_look(look)
    , m_list(new QListWidget(this))
    , m_diff(new DiffView(highlighting, look, this))
    , m_message(new QLabel(this))
    , m_conflicts(new ConflictList(look, this))
{
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_diff, 3);
    right->addWidget(m_message);
    right->addWidget(m_conflicts, 1);
    right->addStretch();
    layout->addLayout(right, 3);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_diff->pane().setHeadings(tr("In the cluster"), tr("After applying"));
    m_list->setUniformItemSizes(true);
    connect(m_list, &QListWidget::currentRowChanged, this, &ReviewPanel::showEntry);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        const auto &entry = m_session.entries()[size_t(m_list->row(item))];
        const auto &problems = entry.result.problems;
        Q_EMIT lineRequested(problems.empty() ? entry.document.line : problems.front().line);
    });
    connect(m_conflicts, &ConflictList::chosen, this, [this](const QString &field, bool takeOver) {
        m_session.choose(size_t(m_list->currentRow()), field, takeOver);
    });
    // By the event loop: many results come at once, and a box must not go within its own click.
    connect(&m_session, &ApplySession::changed, this, [this] {
        m_hasPicked = m_hasPicked && m_session.state() != ApplySession::State::Idle;
        if (!std::exchange(m_pending, true))
            QMetaObject::invokeMethod(this, &ReviewPanel::refresh, Qt::QueuedConnection);
    });
    connect(&m_look, &Look::changed, this, &ReviewPanel::applyLook);
    applyLook();
}

QString ReviewPanel::message() const
{
    return m_message->text();
}

void ReviewPanel::setZoom(qreal zoom)
{
    m_zoom = zoom;
    m_conflicts->setZoom(zoom);
    applyLook();
}

void ReviewPanel::refresh()
{
    m_pending = false;
    refreshList();
    const bool isResting = m_session.state() == ApplySession::State::Review
        || m_session.state() == ApplySession::State::Done;
    if (!m_hasPicked && isResting && m_list->count() > 0) {
        m_hasPicked = true;
        // What needs a person comes first.
        const auto &entries = m_session.entries();
        const auto wanting = std::ranges::find_if(entries, [](const ApplySession::Entry &entry) {
            return entry.result.outcome == Outcome::Refused
                || entry.result.outcome == Outcome::Conflicted;
        });
        m_list->setCurrentRow(wanting == entries.end() ? 0 : int(wanting - entries.begin()));
    }
    if (isResting)
        showEntry(m_list->currentRow());
}

void ReviewPanel::refreshList()
{
    const auto &entries = m_session.entries();
    const auto &theme = m_look.theme();
    const bool applied = m_session.state() == ApplySession::State::Applying
        || m_session.state() == ApplySession::State::Done;
    while (m_list->count() > int(entries.size()))
        delete m_list->takeItem(m_list->count() - 1);
    for (int row = 0; row < int(entries.size()); ++row) {
        if (row == m_list->count())
            m_list->addItem(QString());
        auto *item = m_list->item(row);
        const auto &entry = entries[size_t(row)];
        const auto outcome = entry.result.outcome;
        const QString text = entryTitle(entry) + u" — "_s + outcomeWord(outcome, applied);
        if (item->text() != text)
            item->setText(text);
        const bool bad = outcome == Outcome::Refused || outcome == Outcome::Conflicted;
        const bool quiet = outcome == Outcome::Unchanged || outcome == Outcome::Waiting;
        item->setForeground(bad ? theme.error : quiet ? theme.textFaint : theme.text);
    }
}

void ReviewPanel::showEntry(int row)
{
    const auto &entries = m_session.entries();
    if (row < 0 || size_t(row) >= entries.size()) {
        m_diff->pane().setTexts({}, {});
        m_message->hide();
        m_conflicts->hide();
        return;
    }
    const auto &entry = entries[size_t(row)];
    const auto &result = entry.result;
    QStringList words = result.warnings;
    if (const auto why = refusalText(entry); !why.isEmpty())
        words.prepend(why);
    if (result.outcome == Outcome::Deferred)
        words.prepend(tr("Its kind or namespace is made by this same file, so it could not be "
                         "checked beforehand."));
    m_message->setText(words.join(u'\n'));
    m_message->setVisible(!words.isEmpty());
    const bool hasDiff = !result.after.isEmpty();
    const auto texts = hasDiff ? diffTextsOf(result.before, result.after) : DiffTexts();
    m_diff->pane().setTexts(texts.before, texts.after);
    m_diff->setVisible(hasDiff);
    m_conflicts->showConflicts(m_session, size_t(row));
}

void ReviewPanel::applyLook()
{
    const auto &theme = m_look.theme();
    const auto line = blended(theme.raised, theme.border);
    const auto selected = blended(theme.raised, theme.selection);
    m_list->setFont(m_look.sans(12 * m_zoom));
    m_message->setFont(m_look.sans(12 * m_zoom));
    const int pad = int(8 * m_zoom);
    m_message->setContentsMargins(pad, pad, pad, pad);
    setStyleSheet(
        u"workspace--ReviewPanel { background: %1; }"
        "QListWidget { background: %2; color: %3; border: 0; border-right: 1px solid %4; }"
        "QListWidget::item { padding: %5px; }"
        "QListWidget::item:selected { background: %6; color: %3; }"
        "QLabel { color: %7; }"_s.arg(theme.panel.name(), theme.raised.name(), theme.text.name(),
                                      line.name(), QString::number(int(5 * m_zoom)),
                                      selected.name(), theme.warn.name()));
}

} // namespace workspace
