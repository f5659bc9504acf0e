// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/relays/relaypanel.h"

#include "workspace/relays/relayaddress.h"
#include "workspace/sharing/shareaddress.h"

#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int LongestKey = 512;

RelayPanel::RelayPanel(Look &look, QWidget *parent)
    : ToolPanel(look, tr("Sign in"), parent)
    , m_address(new QLineEdit)
    , m_how(new QComboBox)
    , m_key(new QLineEdit)
    , m_copy(new QPushButton(tr("Copy the page's address")))
{
    form().addRow(tr("Relay"), m_address);
    form().addRow(tr("Sign in"), m_how);
    form().addRow(tr("API key"), m_key);
    form().addRow(QString(), m_copy);
    m_address->setAccessibleName(tr("Relay"));
    m_address->setPlaceholderText(u"relay.example.org"_s);
    m_address->setMaxLength(int(ShareAddress::Longest));
    m_how->setAccessibleName(tr("Sign in"));
    m_how->addItems({tr("In the browser"), tr("With an API key")});
    m_key->setAccessibleName(tr("API key"));
    m_key->setPlaceholderText(u"kyk_…"_s);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setMaxLength(LongestKey);
    connect(m_how, &QComboBox::currentIndexChanged, this, &RelayPanel::showRows);
    for (auto *field : {m_address, m_key})
        connect(field, &QLineEdit::textEdited, this, [this] { say({}); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_browser.toString(QUrl::FullyEncoded));
        say(tr("The address is copied. Open it in a browser on this computer."));
    });
}

void RelayPanel::ask(const QString &heading, const QString &address, How how, QWidget &first)
{
    dismiss();
    m_address->setText(address);
    m_address->setCursorPosition(0);
    m_key->clear();
    m_how->setCurrentIndex(int(how));
    setFieldsEnabled(true);
    setReady(true);
    showRows();
    open(heading, first);
}

void RelayPanel::askNew(const QString &address)
{
    ask(tr("Add clusters through a relay"), address, How::Browser, *m_address);
    m_address->selectAll();
    say(tr("You see what the relay lets you see, and need no kubeconfig. Your sign-in is kept in "
           "this system's keychain."));
}

void RelayPanel::askAgain(const QUrl &relay, How how, const QString &why)
{
    ask(tr("Sign in at %1").arg(shownRelay(relay)), relay.toString(), how,
        how == How::Key ? static_cast<QWidget &>(*m_key) : actButton());
    m_address->setEnabled(false);
    say(why);
}

bool RelayPanel::isByKey() const
{
    return m_how->currentIndex() == int(How::Key);
}

void RelayPanel::showRows()
{
    form().setRowVisible(m_key, isByKey());
    form().setRowVisible(m_copy, m_browser.isValid());
    say({});
}

void RelayPanel::setFieldsEnabled(bool enabled)
{
    for (QWidget *field : {static_cast<QWidget *>(m_address), static_cast<QWidget *>(m_how),
                           static_cast<QWidget *>(m_key)})
        field->setEnabled(enabled);
    if (enabled)
        m_browser.clear();
}

void RelayPanel::setTrying(const QString &sentence)
{
    setReady(false);
    setFieldsEnabled(false);
    m_browser.clear();
    showRows();
    say(sentence);
    backButton().setFocus(Qt::OtherFocusReason);
}

void RelayPanel::setInBrowser(const QUrl &url)
{
    m_browser = url;
    showRows();
    say(tr("Sign in on the page that has opened in your browser; then it goes on here."));
}

void RelayPanel::explain(const QString &sentence)
{
    setFieldsEnabled(true);
    setReady(true);
    showRows();
    say(sentence, Tone::Error);
    (m_key->isVisibleTo(this) ? m_key : m_address)->setFocus(Qt::OtherFocusReason);
}

void RelayPanel::act()
{
    const auto relay = relayAddress(m_address->text());
    if (!relay)
        return say(relay.error(), Tone::Error);
    const auto key = isByKey() ? m_key->text().trimmed() : QString();
    if (isByKey() && !key.startsWith("kyk_"_L1))
        return say(tr("An API key begins with kyk_. Who runs the relay makes one with “krateyard "
                      "relay --new-api-key NAME”."),
                   Tone::Error);
    Q_EMIT signInWanted(*relay, key);
}

void RelayPanel::dismissed()
{
    m_key->clear();
    m_browser.clear();
    Q_EMIT abandoned();
}

} // namespace workspace
