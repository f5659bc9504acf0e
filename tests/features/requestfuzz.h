// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QString>

#include <optional>
#include <vector>

/// One operation of an OpenAPI document, as far as requests are made of it.
struct FuzzedOperation
{
    struct Parameter
    {
        QString name = {};
        QString place = {}; ///< "path", "query" or "header"
        QJsonObject schema = {};
    };

    QString id = {};
    QByteArray method = {};
    QString path = {};
    std::vector<Parameter> parameters = {};
    QList<int> statuses = {}; ///< that the document names
    bool takesAnyStatus = false; ///< "default" is named
    bool isSocket = false;
    bool takesBody = false;

    static std::vector<FuzzedOperation> in(const QJsonObject &document);
};

/// A request, byte by byte.
struct FuzzedRequest
{
    QByteArray bytes = {};
    bool isWhole = true; ///< is HTTP at all: such a one is always answered
    bool isStray = false; ///< its path may be the one of another operation, or of none
    bool hasWrongProof = false; ///< shows a token that is none
};

/// Makes requests of operations: right ones, and ones that are wrong in one place or several.
class RequestFuzz
{
public:
    /// `good` are values that exist, by the names of parameters.
    RequestFuzz(quint32 seed, QByteArray key, QHash<QString, QStringList> good)
        : m_random(seed)
        , m_key(std::move(key))
        , m_good(std::move(good))
    {
    }

    FuzzedRequest next(const FuzzedOperation &operation);

private:
    bool chance(int percent) { return int(m_random.bounded(100)) < percent; }
    QByteArray oneOf(const QByteArrayList &list) { return list.at(m_random.bounded(list.size())); }
    QByteArray noise(int most);
    QByteArray nasty();
    QByteArray valueOf(const FuzzedOperation::Parameter &parameter);
    QByteArray targetOf(const FuzzedOperation &operation, FuzzedRequest &request);
    QByteArrayList headersOf(const FuzzedOperation &operation, FuzzedRequest &request);
    QByteArray bodyOf(const FuzzedOperation &operation);
    void frame(FuzzedRequest &request, QByteArray head, const QByteArray &body);

    QRandomGenerator m_random;
    const QByteArray m_key;
    const QHash<QString, QStringList> m_good;
};
