// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/apimachinery/labelselector.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

constexpr qsizetype longestName = 63;
constexpr qsizetype longestPrefix = 253;

// A whole number as strconv.ParseInt takes it: a sign and digits, nothing else.
std::optional<qint64> toInteger(QStringView text)
{
    auto digits = text.toLatin1();
    if (digits.startsWith('+') && !digits.startsWith("+-"))
        digits.remove(0, 1);
    qint64 value = 0;
    const auto *end = digits.cend();
    const auto [stop, problem] = std::from_chars(digits.cbegin(), end, value);
    if (problem != std::errc() || stop != end)
        return {};
    return value;
}

bool isName(QStringView text)
{
    static const QRegularExpression pattern(u"^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\\z"_s);
    return pattern.matchView(text).hasMatch();
}

bool isDomain(QStringView text)
{
    static const QRegularExpression pattern(
        u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\\z"_s);
    return text.size() <= longestPrefix && pattern.matchView(text).hasMatch();
}

QStringView signOf(LabelRequirement::Operator op)
{
    using enum LabelRequirement::Operator;
    switch (op) {
    case Exists:
    case DoesNotExist: return {};
    case Equals: return u"=";
    case DoubleEquals: return u"==";
    case NotEquals: return u"!=";
    case In: return u" in ";
    case NotIn: return u" notin ";
    case GreaterThan: return u">";
    case LessThan: return u"<";
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString labelKeyProblem(QStringView key)
{
    const auto slash = key.indexOf(u'/');
    const auto name = key.sliced(slash + 1);
    if (slash >= 0 && !isDomain(key.first(slash)))
        return u"the part before the slash must be a lower-case DNS name"_s;
    if (name.size() > longestName)
        return u"a label name has at most 63 characters"_s;
    if (!isName(name))
        return u"a label name consists of letters, digits, '-', '_' and '.', and begins and ends "
               "with a letter or digit"_s;
    return {};
}

QString labelValueProblem(QStringView value)
{
    if (value.size() > longestName)
        return u"a label value has at most 63 characters"_s;
    if (!value.isEmpty() && !isName(value))
        return u"a label value consists of letters, digits, '-', '_' and '.', and begins and ends "
               "with a letter or digit"_s;
    return {};
}

bool LabelRequirement::matches(const QMap<QString, QString> &labels) const
{
    const auto found = labels.find(key);
    const bool exists = found != labels.end();
    switch (op) {
    case Operator::Exists: return exists;
    case Operator::DoesNotExist: return !exists;
    case Operator::Equals:
    case Operator::DoubleEquals:
    case Operator::In: return exists && values.contains(*found);
    case Operator::NotEquals:
    case Operator::NotIn: return !exists || !values.contains(*found);
    case Operator::GreaterThan:
    case Operator::LessThan: break;
    }
    if (!exists || values.size() != 1)
        return false;
    const auto left = toInteger(*found);
    const auto right = toInteger(values.front());
    if (!left || !right)
        return false;
    return op == Operator::GreaterThan ? *left > *right : *left < *right;
}

QString LabelRequirement::toString() const
{
    const auto list = values.join(u',');
    switch (op) {
    case Operator::Exists: return key;
    case Operator::DoesNotExist: return u'!' + key;
    case Operator::In:
    case Operator::NotIn: return key + signOf(op) + u'(' + list + u')';
    case Operator::Equals:
    case Operator::DoubleEquals:
    case Operator::NotEquals:
    case Operator::GreaterThan:
    case Operator::LessThan: break;
    }
    return key + signOf(op) + list;
}

bool LabelSelector::matches(const QMap<QString, QString> &labels) const
{
    return std::ranges::all_of(m_requirements, [&](const LabelRequirement &requirement) {
        return requirement.matches(labels);
    });
}

QString LabelSelector::toString() const
{
    QStringList texts;
    for (const auto &requirement : m_requirements)
        texts.append(requirement.toString());
    return texts.join(u',');
}

static QString requirementText(const QJsonValue &expression)
{
    auto key = expression["key"_L1].toString();
    const auto op = expression["operator"_L1].toString();
    if (op == "Exists"_L1)
        return key;
    if (op == "DoesNotExist"_L1)
        return u'!' + key;
    if (op != "In"_L1 && op != "NotIn"_L1)
        return {};
    QStringList values;
    const auto list = expression["values"_L1].toArray();
    for (const auto &value : list)
        values.append(value.toString());
    return u"%1 %2 (%3)"_s.arg(key, op == "In"_L1 ? u"in"_s : u"notin"_s, values.join(u','));
}

std::optional<LabelSelector> labelSelectorOf(const QJsonObject &selector)
{
    const auto expressions = selector["matchExpressions"_L1];
    const bool plain =
        !selector["matchLabels"_L1].isObject() && !expressions.isArray() && !selector.isEmpty();
    const auto labels = plain ? selector : selector["matchLabels"_L1].toObject();
    QStringList parts;
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (!label->isString())
            return {};
        parts.append(label.key() + u'=' + label->toString());
    }
    const auto list = expressions.toArray();
    for (const auto &expression : list) {
        const auto text = requirementText(expression);
        if (text.isEmpty())
            return {}; // an operator that is not known here: not the same as no condition
        parts.append(text);
    }
    auto parsed = LabelSelector::parse(parts.join(u','));
    if (!parsed)
        return {};
    return *std::move(parsed);
}

QString selectorTextOf(const QJsonObject &selector)
{
    const auto read = labelSelectorOf(selector);
    return read ? read->toString() : QString();
}

QMap<QString, QString> labelsIn(const QJsonValue &metadata)
{
    QMap<QString, QString> labels;
    const auto json = metadata["labels"_L1].toObject();
    for (auto label = json.begin(); label != json.end(); ++label)
        labels.insert(label.key(), label->toString());
    return labels;
}

} // namespace kube
