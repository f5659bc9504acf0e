// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/describe/describewriter.h"
#include "workspace/inspector/inspect.h"

#include <QCoreApplication>

namespace workspace {

struct InspectTr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::Inspect)
};

/// What the parts of an inspection write into. Private to the sources of inspect().
class InspectWriter
{
public:
    /// `facts` are borrowed.
    explicit InspectWriter(const InspectFacts &facts);

    const InspectFacts &facts;
    const QJsonObject &object;
    const QJsonObject meta;
    const QJsonObject spec;
    const QJsonObject status;
    const QString kind;
    const QString nameSpace;
    const QJsonObject podSpec; ///< of the pod, or of the template
    Inspection result;

    void card(const QString &heading, const QString &note = {});
    void dropEmptyCard(); ///< the last one, when nothing was written into it
    InspectItem &item(InspectItem::Kind kind = InspectItem::Kind::Field);
    /// Nothing when the text is empty; the item is only good until the next.
    void field(const QString &label, const QString &text, TextTone tone = TextTone::Plain);
    /// A value of the cluster's that a click copies.
    void value(const QString &label, const QString &text, TextTone tone = TextTone::Plain);
    void link(const QString &label, const QString &text, const ObjectId &object);
    void risk(const QString &label, const QString &text);
    void text(const QString &text, TextTone tone = TextTone::Plain);
    void heading(const QString &text, const QString &source = {},
                 std::optional<kube::Health> health = {});
    void bar(const QString &label, const QString &text, double share, TextTone tone);
    void chips(const QString &label, const QJsonObject &map);
    /// The fields of a description's last section, deeper ones indented by their labels.
    void described(const Description &description);

    QString age(const QString &time) const; ///< "3m12s"; empty when the text is no time
    ObjectId idOf(const QString &apiVersion, const QString &kind, const QString &name,
                  bool namespaced = true) const;
};

void inspectUsage(InspectWriter &out);
void inspectContainers(InspectWriter &out);
/// The variables of one container.
void inspectEnvironment(InspectWriter &out, const QJsonObject &container);
void inspectVolumes(InspectWriter &out);
void inspectUsedConfiguration(InspectWriter &out);
void inspectSecurity(InspectWriter &out);
void inspectScheduling(InspectWriter &out);
void inspectReplicas(InspectWriter &out);
void inspectPods(InspectWriter &out);
void inspectNode(InspectWriter &out);
void inspectService(InspectWriter &out);

/// "GET http://:8080/healthz every 10 s, …".
QString probeSentence(const QJsonObject &probe);

} // namespace workspace
