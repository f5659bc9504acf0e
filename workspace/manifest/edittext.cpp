// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/edittext.h"

#include "kube/apply/objecttrim.h"
#include "workspace/yaml/yamltext.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace workspace {

struct EditTextTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::EditText)
};

static constexpr std::array ValueFields{"data"_L1, "stringData"_L1};

static bool isSecret(const QJsonObject &object)
{
    return object["kind"_L1].toString() == "Secret"_L1
        && object["apiVersion"_L1].toString() == "v1"_L1;
}

EditText editTextOf(const QJsonObject &object)
{
    const auto bare = kube::withoutServerFields(object);
    const auto yaml = toYaml(bare);
    EditText result;
    QString field;
    auto secret = yaml.secrets.begin();
    for (int line = 0; line < int(yaml.lines.size()); ++line) {
        const auto &text = yaml.lines[line];
        if (!text.startsWith(u' '))
            field = text.section(u':', 0, 0);
        if (secret != yaml.secrets.end() && secret->line == line) {
            const QString id = field + u'.' + secret->key;
            result.text += text.left(secret->start);
            result.masks.push_back({result.text.size(), id});
            result.values[id] = yamlScalar(bare[field][secret->key].toString());
            ++secret;
        } else {
            result.text += text;
        }
        result.text += u'\n';
    }
    return result;
}

/// Dots in place of values, and a word where `other` has another one.
static QJsonObject hidden(QJsonObject object, const QJsonObject &other)
{
    for (const auto field : ValueFields) {
        auto values = object[field].toObject();
        for (auto value = values.begin(); value != values.end(); ++value) {
            const auto before = other[field][value.key()];
            const bool differs = !before.isUndefined() && before != value.value();
            *value = differs ? EditTextTr::tr("•••••••• (another value)") : u"••••••••"_s;
        }
        if (object.contains(field))
            object[field] = values;
    }
    auto meta = object["metadata"_L1].toObject();
    auto annotations = meta["annotations"_L1].toObject();
    const auto applied = "kubectl.kubernetes.io/last-applied-configuration"_L1;
    if (annotations.contains(applied)) {
        annotations[applied] = u"••••••••"_s;
        meta["annotations"_L1] = annotations;
        object["metadata"_L1] = meta;
    }
    return object;
}

DiffTexts diffTextsOf(const QJsonObject &before, const QJsonObject &after)
{
    auto left = kube::withoutServerFields(before);
    auto right = kube::withoutServerFields(after);
    if (isSecret(before) || isSecret(after)) {
        const auto old = left;
        left = hidden(left, old);
        right = hidden(right, old);
    }
    const YamlOptions options{.maskSecrets = false};
    return {left.isEmpty() ? QString() : toYaml(left, options).text(),
            right.isEmpty() ? QString() : toYaml(right, options).text()};
}

} // namespace workspace
