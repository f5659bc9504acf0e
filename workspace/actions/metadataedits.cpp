// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/labelselector.h"
#include "workspace/actions/actionform.h"

using namespace Qt::StringLiterals;

namespace workspace {

static QString problemOf(const kube::MetadataEdit &edit, bool labels)
{
    if (const auto why = kube::labelKeyProblem(edit.key); !why.isEmpty())
        return ActionForm::tr("“%1” cannot be a key: %2").arg(edit.key, why);
    if (!labels || !edit.value)
        return {};
    const auto why = kube::labelValueProblem(*edit.value);
    return why.isEmpty()
        ? QString()
        : ActionForm::tr("“%1” cannot be a label's value: %2").arg(*edit.value, why);
}

std::vector<kube::MetadataEdit> metadataEdits(const QString &text, const QJsonObject &before,
                                              bool labels, QString *problem)
{
    std::vector<kube::MetadataEdit> edits;
    QStringList met;
    for (const auto &line : text.split(u'\n')) {
        const auto trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        const auto equals = line.indexOf(u'=');
        kube::MetadataEdit edit;
        if (equals < 0 && trimmed.endsWith(u'-'))
            edit = {trimmed.chopped(1), std::nullopt};
        else
            edit = {line.left(equals).trimmed(), equals < 0 ? QString() : line.mid(equals + 1)};
        if (problem && problem->isEmpty())
            *problem = equals < 0 && edit.value
                ? ActionForm::tr("“%1”: write key=value, or key- to take it away.").arg(trimmed)
                : problemOf(edit, labels);
        met.append(edit.key);
        const auto now = before.value(edit.key);
        if (edit.value ? now.toString() != *edit.value || !now.isString()
                       : before.isEmpty() || now.isString())
            edits.push_back(edit);
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!met.contains(it.key()))
            edits.push_back({it.key(), std::nullopt});
    }
    return edits;
}

} // namespace workspace
