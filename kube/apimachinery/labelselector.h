// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kube/error.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QJsonObject;
class QJsonValue;

namespace kube {

/// One condition of a label selector.
struct LabelRequirement
{
    enum class Operator {
        Exists,
        DoesNotExist,
        Equals,
        DoubleEquals,
        NotEquals,
        In,
        NotIn,
        GreaterThan,
        LessThan
    };

    QString key = {};
    Operator op = Operator::Exists;
    QStringList values = {}; ///< sorted, each once

    bool operator==(const LabelRequirement &) const = default;

    bool matches(const QMap<QString, QString> &labels) const;
    QString toString() const;
};

/// A label selector in its text form, as in `kubectl get -l` and the `labelSelector` parameter.
/// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
class LabelSelector
{
public:
    LabelSelector() = default; ///< matches everything
    /// Requirements sorted by key. Fails with kind Invalid and an English message.
    static Result<LabelSelector> parse(QStringView text);

    const std::vector<LabelRequirement> &requirements() const { return m_requirements; }
    bool isEmpty() const { return m_requirements.empty(); }
    bool matches(const QMap<QString, QString> &labels) const;
    /// The canonical form.
    QString toString() const;

    bool operator==(const LabelSelector &) const = default;

private:
    std::vector<LabelRequirement> m_requirements;
};

/// A label selector in its JSON form: a plain map of labels, or `matchLabels` and
/// `matchExpressions`. Empty selects everything. No value when it is none.
std::optional<LabelSelector> labelSelectorOf(const QJsonObject &selector);

/// The same in its text form, as a list's `labelSelector` takes it; empty when it selects
/// everything, or is none.
QString selectorTextOf(const QJsonObject &selector);

/// The labels in an object's or a template's `metadata`.
QMap<QString, QString> labelsIn(const QJsonValue &metadata);

/// Why a text is no label key ("app", "example.com/app"); empty when it is one.
QString labelKeyProblem(QStringView key);
/// Why a text is no label value; empty when it is one.
QString labelValueProblem(QStringView value);

} // namespace kube
