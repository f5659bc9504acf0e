// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/config/kubeconfigedit.h"

#include "kube/config/kubeconfig.h"
#include "kube/config/kubeconfigplaces.h"
#include "kube/yaml/yamltree.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 LargestFile = 4 * 1024 * 1024;

std::unexpected<Error> refuse(const QString &message, const QString &reason = {})
{
    return std::unexpected(
        Error{.kind = Error::Kind::Config, .reason = reason, .message = message});
}

QByteArray quoted(const QString &value)
{
    // A JSON string is a double-quoted YAML scalar.
    const auto list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

/// A token is written without quotes where the file has none, if it means text that way.
QByteArray scalarFor(const QString &value, bool wantsQuotes)
{
    static const QRegularExpression plain(u"\\A[A-Za-z][A-Za-z0-9._~+/=-]{11,}\\z"_s);
    return !wantsQuotes && plain.match(value).hasMatch() ? value.toLatin1() : quoted(value);
}

struct Change
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray text = {};
};

Change changeOf(const QByteArray &text, const YamlPlace &place, const QString &value)
{
    const auto [begin, end] = extentOf(text, place);
    const char first = place.value < 0 ? ' ' : text[begin];
    auto scalar = scalarFor(value, first == '"' || first == '\'' || place.isFlow);
    if (place.value < 0)
        scalar.prepend(' ');
    return {begin, end, scalar};
}

/// A new entry before the first one of the map.
Change additionOf(const QMap<QString, YamlPlace> &places, const QString &key, const QString &value)
{
    const auto first = std::ranges::min(places.values(), {}, &YamlPlace::key);
    const auto name = key.toUtf8();
    if (first.isFlow)
        return {first.key, first.key, quoted(key) + ": " + quoted(value) + ", "};
    return {first.key, first.key,
            name + ": " + scalarFor(value, false) + '\n' + QByteArray(first.keyColumn, ' ')};
}

/// The document with the values set, to compare with.
QJsonValue expected(const QJsonValue &document, const QString &user,
                    const AuthProviderConfig &values)
{
    auto root = document.toObject();
    auto users = root["users"_L1].toArray();
    for (auto &&item : users) {
        auto entry = item.toObject();
        if (entry["name"_L1].toString() != user)
            continue;
        auto body = entry["user"_L1].toObject();
        auto provider = body["auth-provider"_L1].toObject();
        auto config = provider["config"_L1].toObject();
        for (const auto &[key, value] : values.asKeyValueRange())
            config.insert(key, value);
        provider.insert(u"config"_s, config);
        body.insert(u"auth-provider"_s, provider);
        entry.insert(u"user"_s, body);
        item = entry;
        break;
    }
    root.insert(u"users"_s, users);
    return root;
}

/// kubectl's lock: a file that only one program can make. Removed at the end.
class FileLock
{
public:
    explicit FileLock(const QString &file)
        : m_lock(file + u".lock"_s)
        , m_held(m_lock.open(QIODevice::WriteOnly | QIODevice::NewOnly))
    {
    }
    ~FileLock()
    {
        if (m_held)
            m_lock.remove();
    }
    Q_DISABLE_COPY_MOVE(FileLock)

    bool isHeld() const { return m_held; }
    bool isTaken() const { return !m_held && QFileInfo::exists(m_lock.fileName()); }
    QString name() const { return m_lock.fileName(); }

private:
    QFile m_lock;
    bool m_held;
};

std::optional<QByteArray> contentOf(const QString &fileName)
{
    QFile file(fileName);
    if (!QFileInfo(fileName).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    return file.read(LargestFile + 1);
}

} // namespace

Result<QByteArray> withAuthProviderConfig(const QByteArray &text, const QString &user,
                                          const AuthProviderConfig &values)
{
    const auto cannot = [&user] {
        return refuse(u"the entry of user \"%1\" is written in a way that cannot be changed "
                      u"safely"_s.arg(user));
    };
    const auto before = parseYaml(text, {.bytes = LargestFile});
    const auto places = authProviderPlaces(text, user);
    if (!before || places.isEmpty())
        return cannot();
    std::vector<Change> changes;
    for (const auto &[key, value] : values.asKeyValueRange()) {
        const auto place = places.find(key);
        changes.push_back(place == places.end() ? additionOf(places, key, value)
                                                : changeOf(text, *place, value));
    }
    std::ranges::stable_sort(changes, std::greater(), &Change::begin);
    auto changed = text;
    for (const auto &change : changes)
        changed.replace(change.begin, change.end - change.begin, change.text);
    const auto after = parseYaml(changed, {.bytes = LargestFile});
    if (!after || (*after)->toJson() != expected((*before)->toJson(), user, values))
        return cannot();
    return changed;
}

std::optional<AuthProviderConfig> readAuthProviderConfig(const QString &file, const QString &user)
{
    const auto text = contentOf(file);
    if (!text)
        return {};
    const auto kubeconfig = Kubeconfig::parse(*text, file);
    if (!kubeconfig)
        return {};
    const auto entry = kubeconfig->users.find(user);
    if (entry == kubeconfig->users.end() || !entry->authProvider)
        return {};
    return entry->authProvider->config;
}

Result<void> writeAuthProviderConfig(const QString &file, const QString &user,
                                     const AuthProviderConfig &values)
{
    const auto problem = [&](const QString &why, const QString &remedy,
                             const QString &reason = {}) {
        return refuse(u"The new sign-in of user \"%1\" could not be saved to %2: %3. %4"_s.arg(
                          user, file, why, remedy),
                      reason);
    };
    const FileLock lock(file);
    if (lock.isTaken())
        return problem(u"%1 says that another program is changing it"_s.arg(lock.name()),
                       u"If none is, delete %1."_s.arg(lock.name()),
                       QString::fromLatin1(KubeconfigLocked));
    if (!lock.isHeld())
        return problem(u"its folder is not writable"_s,
                       u"Make it writable, or sign in again after the next start."_s);
    const auto text = contentOf(file);
    if (!text)
        return problem(u"it cannot be read"_s, u"Make it readable and writable."_s);
    const auto changed = withAuthProviderConfig(*text, user, values);
    if (!changed)
        return problem(changed.error().message,
                       u"Write its id-token and refresh-token as plain values."_s);
    const auto target = QFileInfo(file).canonicalFilePath();
    QSaveFile out(target); // takes over the permissions of the file that it replaces
    out.setDirectWriteFallback(false);
    if (!out.open(QIODevice::WriteOnly) || out.write(*changed) != changed->size() || !out.commit())
        return problem(out.errorString(), u"Make the file and its folder writable."_s);
    return {};
}

} // namespace kube
