// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/apimachinery/labelselector.h"
#include "kube/error.h"
#include "kube/objectref.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace demo {

/// Which objects a list or watch asks for: labelSelector and fieldSelector together.
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/field-selectors/
class Selector
{
public:
    /// Fails with 400 and the server's wording when a selector cannot be read, or names a field
    /// that the resource cannot be selected by.
    static kube::Result<Selector> parse(const QString &labels, const QString &fields,
                                        const kube::GroupVersionResource &gvr);

    bool matches(const QJsonObject &object) const;
    bool isEmpty() const { return m_labels.isEmpty() && m_fields.empty(); }

private:
    struct FieldRequirement
    {
        QString field = {};
        bool equal = true;
        QString value = {};
    };
    static std::optional<FieldRequirement> parseField(const QString &text);

    kube::LabelSelector m_labels;
    std::vector<FieldRequirement> m_fields;
};

} // namespace demo
