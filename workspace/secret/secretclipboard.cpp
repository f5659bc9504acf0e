// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/secret/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageAuthenticationCode>
#include <QMimeData>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace workspace {

SecretClipboard::SecretClipboard(QObject *parent, int lastsMs)
    : QObject(parent)
    , m_key(32, '\0')
{
    QRandomGenerator::system()->generate(m_key.begin(), m_key.end());
    m_expiry.setSingleShot(true);
    m_expiry.setInterval(lastsMs);
    connect(&m_expiry, &QTimer::timeout, this, &SecretClipboard::takeBack);
}

SecretClipboard::~SecretClipboard()
{
    takeBack();
}

QByteArray SecretClipboard::digestOf(const QString &text) const
{
    return QMessageAuthenticationCode::hash(text.toUtf8(), m_key, QCryptographicHash::Sha256);
}

QMimeData *SecretClipboard::marked(const QString &secret)
{
    auto *data = new QMimeData;
    data->setText(secret);
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // as KeePassXC does, for Klipper
    return data;
}

void SecretClipboard::copy(const QString &secret)
{
    QGuiApplication::clipboard()->setMimeData(marked(secret)); // which takes it
    m_digest = digestOf(secret);
    m_expiry.start();
}

void SecretClipboard::keepBrief()
{
    m_digest = digestOf(QGuiApplication::clipboard()->text());
    m_expiry.start();
}

void SecretClipboard::takeBack()
{
    m_expiry.stop();
    if (m_digest.isEmpty() || !qGuiApp)
        return;
    auto *clipboard = QGuiApplication::clipboard();
    if (digestOf(clipboard->text()) == m_digest)
        clipboard->clear();
    m_digest.clear();
}

} // namespace workspace
