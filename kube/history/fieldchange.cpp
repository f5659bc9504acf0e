// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/history/fieldchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qsizetype LongestValue = 500;
constexpr size_t MostFields = 200;
constexpr int Deepest = 32;

bool isSecret(const QJsonObject &object)
{
    return object["kind"_L1] == "Secret"_L1;
}

/// Whole paths that change without meaning.
bool isNoise(const QString &path)
{
    static const QSet<QString> paths{
        u"metadata.managedFields"_s,
        u"metadata.resourceVersion"_s,
        u"metadata.generation"_s,
        u"metadata.selfLink"_s,
        u"metadata.annotations[kubectl.kubernetes.io/last-applied-configuration]"_s,
        u"metadata.annotations[deprecated.daemonset.template.generation]"_s,
        u"status.observedGeneration"_s,
        u"spec.renewTime"_s, // Lease
    };
    static const QSet<QString> times{u"lastHeartbeatTime"_s, u"lastProbeTime"_s,
                                     u"lastTransitionTime"_s, u"lastUpdateTime"_s,
                                     u"observedGeneration"_s};
    if (paths.contains(path))
        return true;
    return path.contains("onditions["_L1) && times.contains(path.section(u'.', -1));
}

/// How an element of a list is called, so that it is still the same when the list grows.
QString nameOf(const QJsonObject &element)
{
    for (const auto key : {"name"_L1, "type"_L1, "key"_L1, "uid"_L1, "containerPort"_L1, "port"_L1,
                           "mountPath"_L1, "ip"_L1, "host"_L1, "path"_L1, "topologyKey"_L1}) {
        const auto value = element[key];
        if (value.isString() && !value.toString().isEmpty())
            return value.toString();
        if (value.isDouble())
            return QString::number(value.toInteger());
    }
    return {};
}

/// The elements by name; empty when one has none or shares it.
std::map<QString, QJsonValue> named(const QJsonArray &list)
{
    std::map<QString, QJsonValue> result;
    for (const auto &element : list) {
        const auto name = nameOf(element.toObject());
        if (name.isEmpty() || !result.emplace(name, element).second)
            return {};
    }
    return result;
}

bool holdsObjects(const QJsonArray &list)
{
    return std::any_of(list.begin(), list.end(), [](const auto &one) { return one.isObject(); });
}

QString textOf(const QJsonValue &value)
{
    QString text;
    if (value.isString())
        text = value.toString();
    else
        text = QString::fromUtf8(
            QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).sliced(1).chopped(1));
    if (text.size() > LongestValue)
        text = text.left(LongestValue) + u'…';
    return text;
}

/// Keys with dots or slashes stand in brackets, as labels and annotations need it.
QString member(const QString &path, const QString &key)
{
    const bool plain = std::ranges::all_of(
        key, [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; });
    if (path.isEmpty())
        return key;
    return plain ? QString(path + u'.' + key) : QString(path + u'[' + key + u']');
}

class Comparison
{
public:
    explicit Comparison(bool secret)
        : m_secret(secret)
    {
    }

    void values(const QString &path, const QJsonValue &before, const QJsonValue &after, int depth);

    std::vector<FieldChange> result;
    int more = 0;

private:
    void objects(const QString &path, const QJsonObject &before, const QJsonObject &after,
                 int depth);
    void lists(const QString &path, const QJsonArray &before, const QJsonArray &after, int depth);
    void tell(const QString &path, const QJsonValue &before, const QJsonValue &after);
    bool hides(const QString &path) const
    {
        return m_secret && (path.startsWith("data"_L1) || path.startsWith("stringData"_L1));
    }

    bool m_secret;
};

void Comparison::tell(const QString &path, const QJsonValue &before, const QJsonValue &after)
{
    if (result.size() >= MostFields) {
        ++more;
        return;
    }
    using What = FieldChange::What;
    FieldChange change{.what = before.isUndefined() ? What::Added
                           : after.isUndefined()    ? What::Removed
                                                    : What::Changed,
                       .path = path,
                       .isSecret = hides(path)};
    if (!change.isSecret && change.what != What::Added)
        change.before = textOf(before);
    if (!change.isSecret && change.what != What::Removed)
        change.after = textOf(after);
    result.push_back(std::move(change));
}

void Comparison::values(const QString &path, const QJsonValue &before, const QJsonValue &after,
                        int depth)
{
    if (before == after || isNoise(path))
        return;
    const bool secretMap = hides(path) && (before.isUndefined() || after.isUndefined());
    const bool objectBoth = before.isObject() && after.isObject();
    const bool objectOne =
        (before.isObject() && after.isUndefined()) || (after.isObject() && before.isUndefined());
    if (depth < Deepest && (objectBoth || (objectOne && (secretMap || depth < 3))))
        return objects(path, before.toObject(), after.toObject(), depth);
    if (depth < Deepest && before.isArray() && after.isArray())
        return lists(path, before.toArray(), after.toArray(), depth);
    tell(path, before, after);
}

void Comparison::objects(const QString &path, const QJsonObject &before, const QJsonObject &after,
                         int depth)
{
    // Both are sorted by key: one walk over the two.
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        const bool onlyBefore = b == after.end() || (a != before.end() && a.key() < b.key());
        const bool onlyAfter = a == before.end() || (b != after.end() && b.key() < a.key());
        const auto key = onlyAfter ? b.key() : a.key();
        values(member(path, key), onlyAfter ? QJsonValue(QJsonValue::Undefined) : a.value(),
               onlyBefore ? QJsonValue(QJsonValue::Undefined) : b.value(), depth + 1);
        if (!onlyAfter)
            ++a;
        if (!onlyBefore)
            ++b;
    }
}

void Comparison::lists(const QString &path, const QJsonArray &before, const QJsonArray &after,
                       int depth)
{
    const auto olds = named(before);
    const auto news = named(after);
    const bool byName = (!olds.empty() || before.isEmpty()) && (!news.empty() || after.isEmpty());
    const QJsonValue none(QJsonValue::Undefined);
    if (!byName) {
        if (!holdsObjects(before) && !holdsObjects(after))
            return tell(path, before, after);
        for (qsizetype i = 0; i < std::max(before.size(), after.size()); ++i)
            values(u"%1[%2]"_s.arg(path).arg(i), i < before.size() ? before[i] : none,
                   i < after.size() ? after[i] : none, depth + 1);
        return;
    }
    for (const auto &[name, value] : olds) {
        const auto now = news.find(name);
        values(path + u'[' + name + u']', value, now == news.end() ? none : now->second, depth + 1);
    }
    for (const auto &[name, value] : news) {
        if (!olds.contains(name))
            values(path + u'[' + name + u']', none, value, depth + 1);
    }
}

/// The leader writes down all few seconds that it is still there; only another leader counts.
QJsonObject withoutRenewals(QJsonObject object)
{
    constexpr auto leader = "control-plane.alpha.kubernetes.io/leader"_L1;
    auto meta = object["metadata"_L1].toObject();
    auto annotations = meta["annotations"_L1].toObject();
    if (!annotations.contains(leader))
        return object;
    auto record = QJsonDocument::fromJson(annotations[leader].toString().toUtf8()).object();
    record.remove("renewTime"_L1);
    annotations[leader] = QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact));
    meta["annotations"_L1] = annotations;
    object["metadata"_L1] = meta;
    return object;
}

const QByteArray &processKey()
{
    static const auto key = [] {
        QByteArray bytes(32, '\0');
        QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
        return bytes;
    }();
    return key;
}

QJsonObject digested(const QJsonObject &values)
{
    QJsonObject result;
    for (auto entry = values.begin(); entry != values.end(); ++entry)
        result[entry.key()] = QString::fromLatin1(
            QMessageAuthenticationCode::hash(entry.value().toString().toUtf8(), processKey(),
                                             QCryptographicHash::Sha256)
                .toBase64());
    return result;
}

} // namespace

std::vector<FieldChange> fieldChanges(const QJsonObject &before, const QJsonObject &after)
{
    Comparison comparison(isSecret(before) || isSecret(after));
    comparison.values({}, withoutRenewals(before), withoutRenewals(after), 0);
    if (comparison.more > 0)
        comparison.result.push_back({.path = u"…"_s, .after = QString::number(comparison.more)});
    return std::move(comparison.result);
}

QJsonObject withoutSecrets(const QJsonObject &object)
{
    if (!isSecret(object))
        return object;
    auto result = object;
    for (const auto key : {"data"_L1, "stringData"_L1}) {
        if (result.contains(key))
            result[key] = digested(result[key].toObject());
    }
    auto meta = result["metadata"_L1].toObject();
    auto annotations = meta["annotations"_L1].toObject();
    annotations.remove("kubectl.kubernetes.io/last-applied-configuration"_L1);
    meta["annotations"_L1] = annotations;
    result["metadata"_L1] = meta;
    return result;
}

} // namespace kube
