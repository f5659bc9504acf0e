// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/conflictlist.h"

#include "workspace/look/look.h"

#include <QCheckBox>
#include <QLabel>
#include <QMap>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

ConflictList::ConflictList(Look &look, QWidget *parent)
    : QScrollArea(parent)
    , m_look(look)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    hide();
}

void ConflictList::setZoom(qreal zoom)
{
    m_zoom = zoom;
}

/// Who owns the fields in conflict, by field.
static QMap<QString, QStringList> ownersIn(const ApplySession &session, size_t document)
{
    QMap<QString, QStringList> owners;
    const auto &entries = session.entries();
    if (document >= entries.size())
        return owners;
    for (const auto &conflict : entries[document].result.conflicts) {
        auto &names = owners[conflict.field];
        if (!names.contains(conflict.manager))
            names.append(conflict.manager);
    }
    return owners;
}

void ConflictList::showConflicts(const ApplySession &session, size_t document)
{
    m_boxes.clear();
    const auto owners = ownersIn(session, document);
    setVisible(!owners.isEmpty());
    if (owners.isEmpty())
        return;
    const auto &theme = m_look.theme();
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    auto *heading = new QLabel(
        tr("Others own these fields. Take over those that are to be as you wrote them; the rest "
           "stays as the others want it."),
        content);
    heading->setWordWrap(true);
    heading->setFont(m_look.sans(12 * m_zoom));
    layout->addWidget(heading);
    for (auto owner = owners.begin(); owner != owners.end(); ++owner) {
        auto *box = new QCheckBox(
            tr("Take over %1 from %2").arg(owner.key(), owner.value().join(u", "_s)), content);
        box->setObjectName(owner.key());
        box->setFont(m_look.mono(12 * m_zoom));
        box->setChecked(session.isTakenOver(document, owner.key()));
        connect(box, &QCheckBox::clicked, this,
                [this, field = owner.key()](bool checked) { Q_EMIT chosen(field, checked); });
        layout->addWidget(box);
        m_boxes.push_back(box);
    }
    auto *leave = new QPushButton(tr("Leave them all to their owners"), content);
    leave->setFont(m_look.sans(12 * m_zoom));
    connect(leave, &QPushButton::clicked, this, [this] { Q_EMIT chosen({}, false); });
    layout->addWidget(leave, 0, Qt::AlignLeft);
    layout->addStretch();
    const auto size = QString::number(int(12 * m_zoom));
    content->setStyleSheet(
        u"QWidget { background: %1; color: %2; }"
        "QPushButton, QCheckBox::indicator { border: 1px solid %3; border-radius: 3px; }"
        "QPushButton { padding: 4px 8px; }"
        "QCheckBox::indicator { width: %4px; height: %4px; }"
        "QCheckBox::indicator:checked { background: %5; border-color: %5; }"_s.arg(
            theme.panel.name(), theme.text.name(), theme.textDim.name(), size,
            theme.accent.name()));
    setWidget(content); // the old one goes
}

} // namespace workspace
