// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/helm/maskedyaml.h"

#include "kube/helm/helmmanifest.h"
#include "kube/helm/helmvalues.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

const QString Dots = u"••••••••"_s;

struct Hidden
{
    QString key = {};
    QString value = {};
};

QString markOf(const QString &value)
{
    static const auto salt = [] {
        std::array<quint32, 8> random{};
        QRandomGenerator::system()->fillRange(random.data(), random.size());
        return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random);
    }();
    return QString::fromLatin1(
        QCryptographicHash::hash(QByteArray(salt + value.toUtf8()), QCryptographicHash::Sha256)
            .toHex()
            .left(4));
}

/// Puts numbered dots where secrets were.
class Hider
{
public:
    std::vector<Hidden> hidden;

    QJsonValue values(const QJsonValue &value, const QString &path, bool isSecret)
    {
        if (value.isObject())
            return members(value.toObject(), path, isSecret);
        if (value.isArray()) {
            QJsonArray list;
            int index = 0;
            for (const auto &member : value.toArray())
                list.append(values(member, u"%1[%2]"_s.arg(path).arg(index++), isSecret));
            return list;
        }
        return isSecret ? hide(value, path) : value;
    }

    /// All of a Secret's data, and the copy of them that kubectl may have left.
    QJsonObject secret(QJsonObject object, const QString &prefix)
    {
        for (const auto &field : {u"data"_s, u"stringData"_s}) {
            if (object.value(field).isObject())
                object.insert(field, all(object.value(field).toObject(), prefix + field));
        }
        auto meta = object.value("metadata"_L1).toObject();
        auto notes = meta.value("annotations"_L1).toObject();
        const auto copy = u"kubectl.kubernetes.io/last-applied-configuration"_s;
        if (notes.contains(copy)) {
            notes[copy] = hide(notes[copy], prefix + copy);
            meta["annotations"_L1] = notes;
            object["metadata"_L1] = meta;
        }
        return object;
    }

private:
    QJsonObject members(const QJsonObject &object, const QString &path, bool isSecret)
    {
        QJsonObject result;
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const QString inner = path.isEmpty() ? entry.key() : path + u'.' + entry.key();
            const bool secret = kube::looksSecret(entry.key()) || (isSecret && entry->isString());
            result.insert(entry.key(), values(entry.value(), inner, secret));
        }
        return result;
    }
    QJsonObject all(QJsonObject object, const QString &path)
    {
        for (const auto &key : object.keys())
            object[key] = hide(object[key], path + u'.' + key);
        return object;
    }
    QJsonValue hide(const QJsonValue &value, const QString &path)
    {
        const bool number = value.isDouble();
        if ((!value.isString() && !number) || value.toString(u"0"_s).isEmpty())
            return value;
        hidden.push_back({path, value.toVariant().toString()});
        return QString(Dots + QString::number(hidden.size() - 1));
    }
};

/// The text that a secret's base64 stands for, for a comment; empty when it is none.
QString decodedOf(const Hidden &secret)
{
    if (!secret.key.contains("/data."_L1))
        return {};
    const auto bytes = QByteArray::fromBase64Encoding(secret.value.toUtf8(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.contains('\0') || bytes.decoded.size() > 4096)
        return {};
    const auto text = QString::fromUtf8(bytes.decoded);
    return text.contains(QChar::ReplacementCharacter) ? QString() : text;
}

/// Replaces the numbered dots of a text by what is to be seen, and notes where that is.
void show(YamlText &text, const std::vector<Hidden> &hidden, const MaskRules &rules)
{
    static const QRegularExpression numbered(u"['\"]?••••••••(\\d+)['\"]?"_s);
    for (int line = 0; line < int(text.lines.size()); ++line) {
        const auto match = numbered.match(text.lines[line]);
        const auto index = match.hasMatch() ? match.captured(1).toULongLong() : hidden.size();
        if (index >= hidden.size())
            continue;
        const auto &secret = hidden[index];
        const bool revealed = rules.revealed.contains(secret.key);
        auto shown = rules.marks ? QString(Dots + u'·' + markOf(secret.value)) : Dots;
        if (revealed)
            shown = yamlScalar(secret.value);
        const auto start = int(match.capturedStart());
        text.lines[line].replace(start, match.capturedLength(), shown);
        text.secrets.push_back({line, start, int(shown.size()), secret.key, revealed});
        if (const auto plain = revealed ? decodedOf(secret) : QString(); !plain.isEmpty())
            text.lines[line] += u"  # "_s + yamlScalar(plain);
    }
}

void append(YamlText &whole, YamlText part)
{
    const auto offset = int(whole.lines.size());
    for (auto &secret : part.secrets) {
        secret.line += offset;
        whole.secrets.push_back(std::move(secret));
    }
    whole.lines += part.lines;
}

/// Whether it may be a Secret, although it is not read as one.
bool speaksOfSecret(const kube::HelmDocument &document)
{
    static const QRegularExpression anywhere(u"kind[\"']?\\s*:\\s*[\"']?Secret"_s);
    static const QRegularExpression atTheTop(u"^[\"']?kind[\"']?\\s*:\\s*[\"']?Secret"_s,
                                             QRegularExpression::MultilineOption);
    return document.text.contains(document.object.isEmpty() ? anywhere : atTheTop);
}

YamlText plain(const QString &text)
{
    auto clean = text;
    return {.lines = clean.remove(u'\r').replace(u'\t', u"  "_s).trimmed().split(u'\n')};
}

YamlText documentText(const kube::HelmDocument &document, int number, const MaskRules &rules)
{
    const bool secret = document.kind() == "Secret"_L1;
    if (!secret && !document.isMember && !speaksOfSecret(document))
        return plain(document.text);
    YamlText text;
    if (!document.source.isEmpty())
        text.lines.append(u"# Source: "_s + document.source);
    if (!secret && !document.isMember) {
        text.lines.append(u"# "_s + Dots);
        return text;
    }
    Hider hider;
    const auto object =
        secret ? hider.secret(document.object, u"%1/"_s.arg(number)) : document.object;
    auto yaml = toYaml(object, {.managedFields = true, .maskSecrets = false});
    show(yaml, hider.hidden, rules);
    append(text, std::move(yaml));
    return text;
}

} // namespace

YamlText maskedValues(const QJsonObject &values, const MaskRules &rules)
{
    if (values.isEmpty())
        return {.lines = {u"{}"_s}};
    Hider hider;
    auto text = toYaml(hider.values(values, {}, false).toObject(),
                       {.managedFields = true, .maskSecrets = false});
    show(text, hider.hidden, rules);
    return text;
}

YamlText maskedManifest(const QString &manifest, const std::vector<kube::HelmHook> &hooks,
                        const MaskRules &rules)
{
    YamlText whole;
    int number = 0;
    const auto take = [&](const QString &text, const QString &comment) {
        for (const auto &document : kube::readHelmManifest(text)) {
            whole.lines.append(u"---"_s);
            if (!comment.isEmpty())
                whole.lines.append(comment);
            append(whole, documentText(document, number++, rules));
        }
    };
    take(manifest, {});
    for (const auto &hook : hooks)
        take(hook.manifest, u"# Hook: "_s + hook.events.join(u", "_s));
    return whole;
}

} // namespace workspace
