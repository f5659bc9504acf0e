// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/forward/forwardpanel.h"

#include "kube/api/apiclient.h"
#include "kube/cluster.h"
#include "workspace/errortext.h"
#include "workspace/forward/forwardtext.h"
#include "workspace/look/formstyle.h"
#include "workspace/look/look.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int PanelWidth = 520;

ForwardPanel::ForwardPanel(ForwardBook &book, Look &look, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_look(look)
    , m_title(new QLabel)
    , m_port(new QComboBox)
    , m_local(new QSpinBox)
    , m_note(new QLabel)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_act(new QPushButton(tr("Forward")))
{
    build();
    parent->installEventFilter(this);
    connect(&m_look, &Look::changed, this, &ForwardPanel::applyLook);
    connect(m_cancel, &QPushButton::clicked, this, &ForwardPanel::dismiss);
    connect(m_act, &QPushButton::clicked, this, &ForwardPanel::act);
    connect(m_port, &QComboBox::currentTextChanged, this, &ForwardPanel::refresh);
    connect(m_port->lineEdit(), &QLineEdit::returnPressed, this, &ForwardPanel::act);
    applyLook();
    hide();
}

void ForwardPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    m_title->setWordWrap(true);
    m_note->setWordWrap(true);
    m_port->setEditable(true);
    m_port->setInsertPolicy(QComboBox::NoInsert);
    m_port->setAccessibleName(tr("Port of the object"));
    m_local->setRange(0, 65535);
    m_local->setSpecialValueText(tr("any free one"));
    m_local->setAccessibleName(tr("Local port"));
    auto *form = new QFormLayout;
    form->addRow(tr("Port"), m_port);
    form->addRow(tr("Local port"), m_local);
    column->addWidget(m_title);
    column->addLayout(form);
    column->addWidget(m_note);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_act);
    column->addLayout(buttons);
    m_act->setProperty("role", u"primary"_s);
    m_act->setAutoDefault(true);
    m_cancel->setAutoDefault(true);
}

void ForwardPanel::applyLook()
{
    setFont(m_look.sans(13));
    setStyleSheet(formStyle(m_look));
    m_title->setFont(m_look.sans(17, QFont::DemiBold));
    update();
}

void ForwardPanel::ask(const QString &context, const ObjectId &object, kube::Cluster &cluster)
{
    m_context = context;
    m_object = object;
    const int asked = ++m_asked;
    m_title->setText(
        tr("Forward a port of %1 %2 in %3").arg(object.kind, object.name, context));
    setAccessibleName(m_title->text());
    m_port->clear();
    m_local->setValue(0);
    m_note->setText(tr("Looking for its ports…"));
    place();
    show();
    raise();
    m_port->setFocus(Qt::OtherFocusReason);
    const auto resource = kube::forwardResource(object.kind);
    if (!resource)
        return m_note->setText(tr("Ports of this kind cannot be forwarded."));
    cluster.client()
        .get({resource->gvr(), object.nameSpace, object.name})
        .then(this, [this, asked](const kube::Result<QJsonObject> &answer) {
            if (asked != m_asked || isHidden())
                return;
            if (answer)
                return offer(*answer);
            m_note->setText(errorText(answer.error()));
            place();
        });
}

void ForwardPanel::offer(const QJsonObject &object)
{
    auto whole = object;
    whole.insert("kind"_L1, m_object.kind);
    m_note->clear();
    for (const auto &port : kube::forwardablePorts(whole)) {
        if (!port.isTcp)
            continue;
        QStringList about{port.name, port.container};
        about.removeAll(QString());
        const auto number = QString::number(port.number);
        m_port->addItem(about.isEmpty() ? number
                                        : u"%1  (%2)"_s.arg(number, about.join(u", "_s)),
                        number);
    }
    if (m_port->count() == 0)
        m_note->setText(tr("It declares no TCP port. Type the number of one that it listens on."));
    refresh();
    place();
}

/// The number or name that was chosen or typed.
QString ForwardPanel::port() const
{
    const auto text = m_port->currentText().trimmed();
    const int known = m_port->findText(text);
    return known >= 0 ? m_port->itemData(known).toString() : text;
}

void ForwardPanel::refresh()
{
    m_act->setEnabled(!port().isEmpty());
}

void ForwardPanel::act()
{
    if (!m_act->isEnabled())
        return;
    const int id = m_book.add({.context = m_context,
                               .spec = {.target = forwardTargetOf(m_object),
                                        .port = port(),
                                        .localPort = quint16(m_local->value())}});
    const auto *entry = m_book.entry(id);
    const bool listens = entry && entry->forward && entry->forward->localPort() != 0;
    if (listens || !entry || !entry->forward) {
        dismiss();
        Q_EMIT started(id);
        return;
    }
    const auto problem = entry->forward->problem();
    m_note->setText(forwardProblemText(problem, entry->record.spec.target));
    m_book.remove(id);
    if (problem.kind == kube::ForwardProblem::Kind::PortTaken) {
        m_local->setValue(kube::ForwardListener::freePort());
        m_local->setFocus(Qt::OtherFocusReason);
    }
    place();
}

void ForwardPanel::dismiss()
{
    ++m_asked;
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void ForwardPanel::place()
{
    const auto *over = parentWidget();
    const int width = qMin(PanelWidth, int(over->width() * 0.93));
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                     : layout()->totalSizeHint().height();
    const int height = qMin(wanted, over->height() - 24);
    setGeometry((over->width() - width) / 2, qMax(12, int(over->height() * 0.12)), width, height);
}

bool ForwardPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void ForwardPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    event->accept(); // nothing falls through to the canvas
}

void ForwardPanel::paintEvent(QPaintEvent *)
{
    const auto &theme = m_look.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.borderStrong);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Look::RadiusLarge,
                            Look::RadiusLarge);
}

} // namespace workspace
