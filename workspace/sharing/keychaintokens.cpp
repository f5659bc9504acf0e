// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sharing/keychaintokens.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace workspace {

static const auto Service = u"krateyard"_s;
static constexpr qint64 LargestFile = 1024 * 1024;

KeychainTokens::KeychainTokens(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
}

void KeychainTokens::read(const QString &key, const Answer &answer)
{
    if (m_kept.contains(key))
        return answer(m_kept.value(key));
    if (const auto token = inFile(key); !token.isEmpty())
        return answer(token);
    auto *job = new QKeychain::ReadPasswordJob(Service, this);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [job, answer] {
        answer(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void KeychainTokens::keep(const QString &key, const QString &token)
{
    keepInFile(key, {}); // an older one must not win
    m_kept.insert(key, token);
    if (token.isEmpty()) {
        auto *job = new QKeychain::DeletePasswordJob(Service, this);
        job->setKey(key);
        return job->start();
    }
    auto *job = new QKeychain::WritePasswordJob(Service, this);
    job->setKey(key);
    job->setTextData(token);
    connect(job, &QKeychain::Job::finished, this, [this, job, key, token] {
        if (job->error() != QKeychain::NoError)
            keepInFile(key, token);
    });
    job->start();
}

static QJsonObject contentOf(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QString KeychainTokens::inFile(const QString &key) const
{
    return contentOf(m_file).value(key).toString();
}

void KeychainTokens::keepInFile(const QString &key, const QString &token) const
{
    auto tokens = contentOf(m_file);
    if (m_file.isEmpty() || tokens.value(key).toString() == token)
        return;
    if (token.isEmpty())
        tokens.remove(key);
    else
        tokens[key] = token;
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    // Before there is anything in it.
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return;
    file.write(QJsonDocument(tokens).toJson(QJsonDocument::Compact));
    file.commit();
}

} // namespace workspace
