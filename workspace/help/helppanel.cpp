// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/help/helppanel.h"

#include "workspace/commands/commandset.h"
#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int PanelWidth = 860;
static constexpr int LinesHeight = 460;
static constexpr int RowHeight = 24;
static constexpr int HeadingHeight = 38;

enum Column { Name, Keys };
enum ItemRole { IdRole = Qt::UserRole, WordsRole };

HelpPanel::HelpPanel(const CommandSet &commands, Look &look, QWidget *parent)
    : OverlayPanel(look, PanelWidth, parent)
    , m_commands(commands)
    , m_search(new QLineEdit)
    , m_lines(new QTreeWidget)
{
    title().setText(tr("Help: keys and words"));
    setAccessibleName(tr("Help: keys and words"));
    m_search->setPlaceholderText(tr("Search in the help"));
    m_search->setAccessibleName(tr("Search in the help"));
    m_search->setMaxLength(200);
    m_search->installEventFilter(this);
    m_lines->setAccessibleName(tr("Keys"));
    m_lines->setColumnCount(2);
    m_lines->setHeaderHidden(true);
    m_lines->setRootIsDecorated(false);
    m_lines->setItemsExpandable(false);
    m_lines->setIndentation(0);
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setMinimumHeight(160);
    m_lines->setSizeAdjustPolicy(QAbstractScrollArea::AdjustIgnored);
    m_lines->header()->setStretchLastSection(false);
    m_lines->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_lines->header()->setSectionResizeMode(Keys, QHeaderView::ResizeToContents);
    auto *hint = new QLabel(tr("Enter does what the line says, Esc closes. A star: also over a "
                               "shell or an editor."));
    hint->setWordWrap(true);
    setRole(hint, u"dim"_s);
    column().addWidget(&title());
    column().addWidget(m_search);
    column().addWidget(m_lines, 1);
    column().addWidget(hint);
    connect(m_search, &QLineEdit::textChanged, this, &HelpPanel::filter);
    connect(&look, &Look::changed, this, [this] {
        if (isVisible())
            fill(); // in the other colours
    });
    connect(m_lines, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const auto id = item->data(Name, IdRole).toString();
        const auto *command = m_commands.find(id);
        if (!command || !command->run)
            return;
        dismiss();
        Q_EMIT commandChosen(id);
    });
}

void HelpPanel::open()
{
    m_search->clear();
    fill();
    m_lines->setFixedHeight(qBound(160, parentWidget()->height() - 260, LinesHeight));
    place();
    show();
    raise();
    m_search->setFocus(Qt::OtherFocusReason);
}

void HelpPanel::dismiss()
{
    if (!isHidden())
        leave();
}

void HelpPanel::fill()
{
    m_lines->clear();
    for (const auto &group : shortcutGroups(m_commands, KeyNames::Native))
        addGroup(group);
    addGroup(wordsGroup());
    m_lines->expandAll();
    filter(m_search->text());
}

void HelpPanel::addGroup(const HelpGroup &group)
{
    auto *heading = new QTreeWidgetItem(m_lines, {group.name});
    heading->setFlags(Qt::ItemIsEnabled);
    heading->setFont(Name, look().sans(14, QFont::DemiBold));
    heading->setForeground(Name, look().theme().accent);
    heading->setSizeHint(Name, {0, HeadingHeight});
    for (const auto &line : group.lines) {
        auto *item = new QTreeWidgetItem(heading, {line.name, line.keys});
        item->setData(Name, IdRole, line.id);
        item->setData(Name, WordsRole, line.words.join(u' '));
        item->setSizeHint(Name, {0, RowHeight});
        item->setForeground(Name, look().theme().text);
        item->setForeground(Keys, look().theme().textDim);
        item->setFont(Keys, look().mono(12.5));
        item->setTextAlignment(Keys, Qt::AlignTrailing | Qt::AlignVCenter);
        item->setToolTip(Name, line.name);
        item->setFirstColumnSpanned(line.keys.isEmpty());
        const auto spoken =
            line.keys.isEmpty() ? line.name : QString(line.name + u", "_s + line.keys);
        item->setData(Name, Qt::AccessibleTextRole, spoken);
    }
}

/// Shows the lines in which every word that was typed occurs.
void HelpPanel::filter(const QString &typed)
{
    const auto words = typed.split(u' ', Qt::SkipEmptyParts);
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_lines->topLevelItemCount(); ++i) {
        auto *heading = m_lines->topLevelItem(i);
        bool isEmpty = true;
        for (int j = 0; j < heading->childCount(); ++j) {
            auto *item = heading->child(j);
            const QString text = item->text(Name) + u' ' + item->text(Keys) + u' '
                + item->data(Name, WordsRole).toString() + u' ' + heading->text(Name);
            const bool isFound = std::ranges::all_of(words, [&text](const QString &word) {
                return text.contains(word, Qt::CaseInsensitive);
            });
            item->setHidden(!isFound);
            if (isFound && !first)
                first = item;
            isEmpty = isEmpty && !isFound;
        }
        heading->setHidden(isEmpty);
    }
    m_lines->setCurrentItem(first);
    if (words.isEmpty())
        m_lines->scrollToTop();
}

bool HelpPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isForLines = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
            || key == Qt::Key_PageDown || key == Qt::Key_Return || key == Qt::Key_Enter;
        if (isForLines) {
            QCoreApplication::sendEvent(m_lines, event);
            return true;
        }
    }
    return OverlayPanel::eventFilter(watched, event);
}

} // namespace workspace
