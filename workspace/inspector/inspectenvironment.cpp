// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/describe/envtext.h"
#include "workspace/errortext.h"
#include "workspace/inspector/inspectwriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

const QString Hidden = u"••••••••"_s;

/// A variable whose value is known; a click copies it.
void variable(InspectWriter &out, const QString &name, const QString &value, const QString &source,
              const ObjectId &from = {})
{
    auto &item = out.item();
    item.label = name;
    item.isName = true;
    item.mono = true;
    item.text = value.isEmpty() ? InspectTr::tr("(empty)") : value;
    item.tone = value.isEmpty() ? TextTone::Faint : TextTone::Plain;
    item.source = source;
    item.action = {.kind = InspectAction::Kind::Copy, .text = value};
    if (!from.kind.isEmpty())
        item.sourceAction = {.kind = InspectAction::Kind::Open, .object = from};
}

/// One that has no value, or none that can be told.
void withoutValue(InspectWriter &out, const QString &name, const QString &why, TextTone tone,
                  const QString &source, const ObjectId &from)
{
    auto &item = out.item();
    item.label = name;
    item.isName = true;
    item.text = why;
    item.tone = tone;
    item.source = source;
    item.sourceAction = {.kind = InspectAction::Kind::Open, .object = from};
}

void fromMap(InspectWriter &out, const QString &name, const QString &mapName, const QString &key,
             bool optional)
{
    const auto source = InspectTr::tr("config map %1, key %2").arg(mapName, key);
    const auto id = out.idOf(u"v1"_s, u"ConfigMap"_s, mapName);
    const auto map = out.facts.configMaps.find(mapName);
    if (map == out.facts.configMaps.end()) {
        const auto error = out.facts.configMapErrors.find(mapName);
        return withoutValue(out, name,
                            error == out.facts.configMapErrors.end() ? InspectTr::tr("reading…")
                                                                     : errorText(error->second),
                            error == out.facts.configMapErrors.end() ? TextTone::Faint
                                                                     : TextTone::Warn,
                            source, id);
    }
    const auto value = map->second["data"_L1][key];
    if (value.isUndefined())
        return withoutValue(out, name,
                            optional ? InspectTr::tr("not set: there is no such key")
                                     : InspectTr::tr("there is no such key"),
                            optional ? TextTone::Faint : TextTone::Error, source, id);
    variable(out, name, value.toString(), source, id);
}

void fromSecret(InspectWriter &out, const QString &name, const QString &secret, const QString &key)
{
    const auto id = out.idOf(u"v1"_s, u"Secret"_s, secret);
    const auto shown = out.facts.revealed.find({secret, key});
    const bool hidden = shown == out.facts.revealed.end();
    auto &item = out.item();
    item.label = name;
    item.isName = true;
    item.mono = true;
    item.text = hidden ? Hidden : shown->second;
    item.tone = hidden ? TextTone::Faint : TextTone::Plain;
    item.source = InspectTr::tr("secret %1, key %2").arg(secret, key);
    item.action = {.kind = InspectAction::Kind::Reveal, .object = id, .key = key};
    item.sourceAction = {.kind = InspectAction::Kind::Open, .object = id};
    if (const auto error = out.facts.secretErrors.find(secret);
        error != out.facts.secretErrors.end()) {
        item.text = errorText(error->second);
        item.tone = TextTone::Warn;
        item.mono = false;
    }
}

void oneVariable(InspectWriter &out, const QJsonObject &container, const QJsonValue &env)
{
    const auto name = env["name"_L1].toString();
    const auto from = env["valueFrom"_L1];
    if (const auto map = from["configMapKeyRef"_L1]; map.isObject())
        return fromMap(out, name, map["name"_L1].toString(), map["key"_L1].toString(),
                       map["optional"_L1].toBool());
    if (const auto secret = from["secretKeyRef"_L1]; secret.isObject())
        return fromSecret(out, name, secret["name"_L1].toString(), secret["key"_L1].toString());
    if (const auto field = from["fieldRef"_L1]; field.isObject()) {
        const auto path = field["fieldPath"_L1].toString();
        const auto source = InspectTr::tr("field %1 of the pod").arg(path);
        if (out.kind == "Pod"_L1)
            return variable(out, name, podFieldAt(out.object, path), source);
        return withoutValue(out, name, InspectTr::tr("of each pod its own"), TextTone::Faint,
                            source, {});
    }
    if (const auto resource = from["resourceFieldRef"_L1]; resource.isObject())
        return variable(
            out, name, containerResourceAt(container, resource),
            InspectTr::tr("%1 of the container").arg(resource["resource"_L1].toString()));
    variable(out, name, env["value"_L1].toString(), InspectTr::tr("written here"));
}

void wholeMap(InspectWriter &out, const QString &mapName, const QString &prefix)
{
    const auto id = out.idOf(u"v1"_s, u"ConfigMap"_s, mapName);
    const auto map = out.facts.configMaps.find(mapName);
    if (map == out.facts.configMaps.end()) {
        const auto error = out.facts.configMapErrors.find(mapName);
        const bool failed = error != out.facts.configMapErrors.end();
        return withoutValue(out, prefix + u'*',
                            failed ? errorText(error->second) : InspectTr::tr("reading…"),
                            failed ? TextTone::Warn : TextTone::Faint,
                            InspectTr::tr("all of config map %1").arg(mapName), id);
    }
    const auto data = map->second["data"_L1].toObject();
    for (auto entry = data.begin(); entry != data.end(); ++entry)
        variable(out, prefix + entry.key(), entry->toString(),
                 InspectTr::tr("all of config map %1").arg(mapName), id);
}

void wholeSecret(InspectWriter &out, const QString &secret, const QString &prefix)
{
    const auto keys = out.facts.secretKeys.find(secret);
    if (keys != out.facts.secretKeys.end()) {
        for (const auto &key : keys->second)
            fromSecret(out, prefix + key, secret, key);
        return;
    }
    const auto id = out.idOf(u"v1"_s, u"Secret"_s, secret);
    const auto error = out.facts.secretErrors.find(secret);
    const bool failed = error != out.facts.secretErrors.end();
    auto &item = out.item();
    item.label = prefix + u'*';
    item.isName = true;
    item.text = failed ? errorText(error->second) : InspectTr::tr("Show the names of its keys");
    item.tone = failed ? TextTone::Warn : TextTone::Link;
    item.source = InspectTr::tr("all of secret %1").arg(secret);
    item.action = {.kind = InspectAction::Kind::ListKeys, .object = id};
    item.sourceAction = {.kind = InspectAction::Kind::Open, .object = id};
}

} // namespace

void inspectEnvironment(InspectWriter &out, const QJsonObject &container)
{
    const auto sources = container["envFrom"_L1].toArray();
    const auto variables = container["env"_L1].toArray();
    if (sources.isEmpty() && variables.isEmpty())
        return;
    auto &title = out.item(InspectItem::Kind::Text);
    title.text = InspectTr::tr("Environment");
    title.tone = TextTone::Heading;
    for (const auto &source : sources) {
        const auto prefix = source["prefix"_L1].toString();
        if (const auto map = source["configMapRef"_L1]; map.isObject())
            wholeMap(out, map["name"_L1].toString(), prefix);
        else
            wholeSecret(out, source["secretRef"_L1]["name"_L1].toString(), prefix);
    }
    for (const auto &one : variables)
        oneVariable(out, container, one);
}

} // namespace workspace
