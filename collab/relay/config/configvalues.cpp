// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/configvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace relay::config {

namespace {

struct Unit
{
    QString name = {};
    qint64 size = 1;
};

/// A whole number, and what stands behind it.
std::optional<std::pair<qint64, QString>> numberAndUnit(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{1,12})\\s*([A-Za-z]*)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return std::pair(match.captured(1).toLongLong(), match.captured(2));
}

QString shownIn(qint64 amount, const std::vector<Unit> &largestFirst)
{
    for (const auto &unit : largestFirst) {
        if (amount > 0 && amount % unit.size == 0)
            return QString::number(amount / unit.size) + unit.name;
    }
    return QString::number(amount);
}

} // namespace

QString shownText(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9/][A-Za-z0-9/._:@-]*$"_s);
    static const QRegularExpression other(u"^(true|false|yes|no|on|off|null)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (plain.match(text).hasMatch() && !text.endsWith(u':') && !other.match(text).hasMatch())
        return text;
    const auto json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.sliced(1, json.size() - 2));
}

QString shownList(const QStringList &texts)
{
    QStringList shown;
    for (const auto &text : texts)
        shown.append(shownText(text));
    return u'[' + shown.join(u", "_s) + u']';
}

// As people say them: 60m is an hour, but 60 minutes in the field's documents.
QString shownTime(std::chrono::seconds time)
{
    if (time == std::chrono::hours(1))
        return u"60m"_s;
    return shownIn(time.count(), {{u"d"_s, 86'400}, {u"h"_s, 3'600}, {u"m"_s, 60}, {u"s"_s, 1}});
}

QString shownBytes(qint64 bytes)
{
    return shownIn(bytes, {{u"GiB"_s, 1 << 30}, {u"MiB"_s, 1 << 20}, {u"KiB"_s, 1 << 10}});
}

QString textIn(const YAML::Node &node, const QString &key)
{
    if (!node.IsScalar())
        complain(node, u"“%1” wants a text"_s.arg(key));
    return QString::fromStdString(node.Scalar());
}

QStringList textsIn(const YAML::Node &node, const QString &key)
{
    if (!node.IsSequence())
        complain(node, u"“%1” wants a list: [one, two]"_s.arg(key));
    QStringList texts;
    for (const auto &one : node)
        texts.append(textIn(one, key));
    return texts;
}

qint64 numberIn(const YAML::Node &node, const QString &key, qint64 least, qint64 most)
{
    bool isNumber = false;
    const auto number = textIn(node, key).toLongLong(&isNumber);
    if (isNumber && number >= least && number <= most)
        return number;
    if (least == 1 && (!isNumber || number < least))
        complain(node, u"“%1” wants a whole number above 0"_s.arg(key));
    complain(node, u"“%1” wants a whole number from %2 to %3"_s.arg(key).arg(least).arg(most));
}

std::chrono::seconds timeIn(const YAML::Node &node, const QString &key, std::chrono::seconds unit)
{
    static constexpr qint64 Most = 100LL * 366 * 86'400; // a hundred years
    const auto found = numberAndUnit(textIn(node, key));
    qint64 size = 0;
    if (found) {
        const auto &name = found->second;
        size = name.isEmpty() ? unit.count()
            : name == "s"_L1  ? 1
            : name == "m"_L1  ? 60
            : name == "h"_L1  ? 3'600
            : name == "d"_L1  ? 86'400
                              : 0;
    }
    if (size == 0 || found->first == 0 || found->first > Most / size)
        complain(node,
                 u"“%1” wants a time: 90s, 60m, 8h or 30d; a number alone counts %2"_s.arg(
                     key, shownTime(unit)));
    return std::chrono::seconds(found->first * size);
}

qint64 bytesIn(const YAML::Node &node, const QString &key)
{
    const auto found = numberAndUnit(textIn(node, key));
    qint64 size = 0;
    if (found) {
        const auto &name = found->second;
        size = name.isEmpty()  ? 1
            : name == "KiB"_L1 ? 1 << 10
            : name == "MiB"_L1 ? 1 << 20
            : name == "GiB"_L1 ? 1 << 30
                               : 0;
    }
    constexpr qint64 Most = 1LL << 40;
    if (size == 0 || found->first == 0 || found->first > Most / size)
        complain(node, u"“%1” wants a number of bytes: 65536, 256KiB or 8MiB"_s.arg(key));
    return found->first * size;
}

QDateTime dateIn(const YAML::Node &node, const QString &key)
{
    const auto date = QDateTime::fromString(textIn(node, key), Qt::ISODate);
    if (!date.isValid())
        complain(node, u"“%1” wants a date and a time: 2027-01-31T00:00:00Z"_s.arg(key));
    return date;
}

QByteArray hashIn(const YAML::Node &node)
{
    const auto hash = QByteArray::fromHex(textIn(node, u"sha256"_s).toLatin1());
    if (hash.size() != 32)
        complain(node,
                 u"“sha256” wants 64 hexadecimal digits: krateyard relay --new-token "
                 "writes them"_s);
    return hash;
}

ConfigKey text(const QString &name, QString &value)
{
    return {.name = name,
            .read = [name, &value](const YAML::Node &node) { value = textIn(node, name); },
            .shown = [&value] { return shownText(value); }};
}

ConfigKey texts(const QString &name, QStringList &value)
{
    return {.name = name,
            .kind = ConfigKey::Kind::List,
            .read = [name, &value](const YAML::Node &node) { value = textsIn(node, name); },
            .shown = [&value] { return shownList(value); }};
}

ConfigKey flag(const QString &name, bool &value)
{
    const auto read = [name, &value](const YAML::Node &node) {
        const auto said = textIn(node, name);
        if (said != "true"_L1 && said != "false"_L1)
            complain(node, u"“%1” wants true or false"_s.arg(name));
        value = said == "true"_L1;
    };
    return {
        .name = name, .read = read, .shown = [&value] { return value ? u"true"_s : u"false"_s; }};
}

ConfigKey decimal(const QString &name, double &value)
{
    const auto read = [name, &value](const YAML::Node &node) {
        bool isNumber = false;
        const auto number = textIn(node, name).toDouble(&isNumber);
        if (!isNumber || !(number > 0) || number > 1e9)
            complain(node, u"“%1” wants a number above 0"_s.arg(name));
        value = number;
    };
    return {.name = name, .read = read, .shown = [&value] { return QString::number(value); }};
}

ConfigKey bytes(const QString &name, qint64 &value)
{
    return {.name = name,
            .read = [name, &value](const YAML::Node &node) { value = bytesIn(node, name); },
            .shown = [&value] { return shownBytes(value); }};
}

ConfigKey section(const QString &name, std::vector<ConfigKey> keys,
                  std::function<void(const YAML::Node &)> finish)
{
    return {.name = name,
            .kind = ConfigKey::Kind::Section,
            .keys = std::move(keys),
            .finish = std::move(finish)};
}

} // namespace relay::config
