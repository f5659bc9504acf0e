// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/gateway/config/gatewayconfig.h"
#include "kube/apimachinery/labelselector.h"

#include <QMap>
#include <QRegularExpression>

#include <vector>

namespace gateway {

/// Filters over objects whose expressions are ready. What is not understood, or takes too long to
/// find out (PCRE2's match limits), hides: `include` fits nothing then, `exclude` fits.
class NameFilter
{
public:
    explicit NameFilter(const GatewayConfig::Filters &filters);

    bool shows(const QString &name, const QMap<QString, QString> &labels) const;

private:
    enum class InDoubt { Fits, Misses };
    static bool fits(const std::vector<QRegularExpression> &expressions, const QString &name,
                     InDoubt inDoubt);

    bool m_hidesAll = false; ///< there is an expression that is none
    std::vector<QRegularExpression> m_include;
    std::vector<QRegularExpression> m_exclude;
    std::vector<kube::LabelSelector> m_excludeLabels;
};

/// An expression that gives up when it takes too long: its match is not valid then.
QRegularExpression boundedExpression(const QString &text);

/// What is wrong with a regular expression, in half a sentence; empty: nothing.
QString problemInExpression(const QString &text);

} // namespace gateway
