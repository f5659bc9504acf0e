// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/hosting/hostpanel.h"

#include "workspace/hosting/qrview.h"
#include "workspace/sharing/yardpeople.h"

#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkInterface>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace workspace {

using State = YardHost::State;

static constexpr qsizetype MostNamed = 12; // people in a sentence

HostPanel::HostPanel(YardHost &host, const YardPeople &people, Look &look, QWidget *parent)
    : ToolPanel(look, tr("Share"), parent)
    , m_host(host)
    , m_people(people)
    , m_address(new QComboBox)
    , m_port(new QSpinBox)
    , m_editor(new QLineEdit)
    , m_viewer(new QLineEdit)
    , m_editorRow(linkRow(*m_editor))
    , m_viewerRow(linkRow(*m_viewer))
    , m_which(new QComboBox)
    , m_code(new QrView)
    , m_present(new QLabel)
{
    m_address->setAccessibleName(tr("Who can reach it"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("any free one"));
    m_editor->setAccessibleName(tr("Link for who may change things"));
    m_viewer->setAccessibleName(tr("Link for who may only look"));
    m_which->setAccessibleName(tr("Which link the code holds"));
    m_which->addItems({tr("For who may change things"), tr("For who may only look")});
    m_present->setTextFormat(Qt::PlainText); // names are what somebody typed
    m_present->setWordWrap(true);
    form().addRow(tr("Who can reach it"), m_address);
    form().addRow(tr("Port"), m_port);
    form().addRow(tr("May change things"), m_editorRow);
    form().addRow(tr("May only look"), m_viewerRow);
    form().addRow(tr("Code to scan"), m_which);
    form().addRow(QString(), m_code);
    form().addRow(tr("Here now"), m_present);
    connect(m_address, &QComboBox::currentIndexChanged, this, &HostPanel::sayWhatHolds);
    connect(m_which, &QComboBox::currentIndexChanged, this, &HostPanel::showCode);
    connect(&host, &YardHost::started, this, &HostPanel::refresh);
    connect(&host, &YardHost::stopped, this, &HostPanel::refresh);
    connect(&host, &YardHost::failed, this, [this](const QString &reason) {
        refresh();
        say(tr("It cannot be shared there: %1").arg(reason), Tone::Error);
    });
    connect(&people, &YardPeople::changed, this, [this] {
        if (!isHidden())
            m_present->setText(peopleText());
    });
}

QWidget *HostPanel::linkRow(QLineEdit &field)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    auto *copy = new QPushButton(tr("Copy"));
    field.setReadOnly(true);
    line->addWidget(&field, 1);
    line->addWidget(copy);
    connect(copy, &QPushButton::clicked, this, [this, &field] {
        QGuiApplication::clipboard()->setText(field.text());
        say(tr("The link is copied. Whoever has it can come in."));
    });
    return row;
}

/// This computer alone first, then the addresses that others can reach.
void HostPanel::addPlaces()
{
    const auto before = m_address->currentData().toString();
    const QSignalBlocker quiet(m_address);
    m_address->clear();
    m_address->addItem(tr("Only this computer (127.0.0.1)"), u"127.0.0.1"_s);
    const auto devices = QNetworkInterface::allInterfaces();
    for (const auto &device : devices) {
        const auto flags = device.flags();
        if (!(flags & QNetworkInterface::IsUp) || flags & QNetworkInterface::IsLoopBack)
            continue;
        const auto entries = device.addressEntries();
        for (const auto &entry : entries) {
            const auto ip = entry.ip();
            if (!ip.isLinkLocal() && !ip.isMulticast())
                m_address->addItem(
                    tr("The network of %1 (%2)").arg(device.humanReadableName(), ip.toString()),
                    ip.toString());
        }
    }
    m_address->setCurrentIndex(qMax(0, m_address->findData(before)));
}

void HostPanel::setPlace(const HostPlace &place)
{
    if (m_address->findData(place.address) < 0)
        m_address->addItem(place.address, place.address);
    m_address->setCurrentIndex(m_address->findData(place.address));
    m_port->setValue(place.port);
}

void HostPanel::ask(const QString &yardName)
{
    dismiss();
    m_isLeaving = false;
    if (m_host.state() == State::Stopped)
        m_yardName = yardName;
    addPlaces();
    refresh();
    const bool isRunning = m_host.state() == State::Running;
    open(tr("Share this yard from my desktop"),
         isRunning ? static_cast<QWidget &>(*m_editor) : *m_address);
    sayWhatHolds();
}

void HostPanel::askLeaving()
{
    dismiss();
    m_isLeaving = true;
    refresh();
    open(tr("Others are in this yard"), backButton());
    say(tr("It is shared from this computer. When the program ends, so does sharing: %1")
            .arg(peopleText()));
}

void HostPanel::refresh()
{
    const auto state = m_host.state();
    const bool isRunning = state == State::Running;
    const bool isStopped = state == State::Stopped;
    const bool asks = isStopped && !m_isLeaving;
    const bool tells = isRunning && !m_isLeaving;
    form().setRowVisible(m_address, asks);
    form().setRowVisible(m_port, asks);
    for (auto *row :
         std::initializer_list<QWidget *>{m_editorRow, m_viewerRow, m_which, m_code, m_present})
        form().setRowVisible(row, tells);
    m_editor->setText(m_host.yard().editorLink);
    m_viewer->setText(m_host.yard().viewerLink);
    m_editor->setCursorPosition(0);
    m_viewer->setCursorPosition(0);
    showCode();
    m_present->setText(peopleText());
    actButton().setText(m_isLeaving     ? tr("End both")
                            : isRunning ? tr("Stop sharing")
                                        : tr("Share"));
    backButton().setText(m_isLeaving ? tr("Stay") : isStopped ? tr("Cancel") : tr("Close"));
    setReady(isRunning || isStopped);
    if (!isHidden())
        sayWhatHolds();
}

void HostPanel::showCode()
{
    const bool isViewer = m_which->currentIndex() == 1;
    m_code->setText((isViewer ? m_viewer : m_editor)->text().toUtf8());
    m_code->setAccessibleName(isViewer ? tr("QR code of the link for who may only look")
                                       : tr("QR code of the link for who may change things"));
}

void HostPanel::sayWhatHolds()
{
    if (m_isLeaving)
        return;
    switch (m_host.state()) {
    case State::Starting: return say(tr("Starting…"));
    case State::Stopping: return say(tr("Telling everybody…"));
    case State::Running: return say(whatSharingIs());
    case State::Stopped: break;
    }
    if (m_address->currentData().toString() == "127.0.0.1"_L1)
        return say(tr("Only programs on this computer can come in."));
    say(tr("Without TLS everybody in that network can read along what the yard holds: where krates "
           "stand, their names, comments. Logs, manifests and shells never go over it. A firewall "
           "may have to let others in."));
}

QString HostPanel::whatSharingIs() const
{
    const auto lasts = tr("Sharing lasts until you stop it, open another yard or end the program.");
    if (QUrl(m_host.yard().relay).host() == "127.0.0.1"_L1)
        return lasts + u' ' + tr("Only programs on this computer can come in.");
    return lasts + u' '
        + tr("It goes unencrypted: who is in the same network can read along. A relay on a server "
             "with TLS is the way for more than a short visit.");
}

QString HostPanel::peopleText() const
{
    QStringList names;
    for (const auto &person : m_people.all()) {
        if (!person.isSelf && names.size() < MostNamed)
            names.append(person.presence.name.simplified());
    }
    if (m_people.others() == 0)
        return tr("Nobody else yet.");
    const auto more = m_people.others() - int(names.size());
    const auto text = names.join(u", "_s);
    return more > 0 ? tr("%1 and %Ln more", nullptr, more).arg(text) : text;
}

void HostPanel::act()
{
    if (m_isLeaving) {
        dismiss();
        Q_EMIT leavingChosen();
        return;
    }
    if (m_host.state() == State::Running)
        m_host.stop();
    else if (m_host.state() == State::Stopped)
        m_host.start({m_address->currentData().toString(), quint16(m_port->value())}, m_yardName);
    refresh();
}

} // namespace workspace
