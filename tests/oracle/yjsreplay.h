// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oracle/yjsoracle.h"

#include <QStringList>

namespace oracle {

/// Runs a recorded case of Yjs through the oracle, and notes where the answers differ from those
/// that were recorded: every byte counts.
class YjsReplay
{
public:
    explicit YjsReplay(const lib0::Any &recorded);

    /// What differs, the first first; empty when all is as recorded.
    QStringList run();

private:
    using Any = lib0::Any;

    void runScript();
    void runStep(const Any &step);
    void endScript();
    void runLib0();
    void runUpdateTool();
    void runSnapshots();
    void runPositions();
    void runAwareness();
    void runAwarenessStep(const Any &step);
    void runMalformed();
    void survive(const Any &bytes);

    Any ask(QLatin1StringView command, Any::Object request = {});
    void expect(const Any &is, const Any &recorded, QLatin1StringView what);
    /// Only what the step has.
    void expectMembers(const Any &answer, const Any &step,
                       std::initializer_list<QLatin1StringView> names);

    const Any &m_recorded;
    YjsOracle m_oracle;
    QString m_where; ///< in the case
    QStringList m_problems;
};

} // namespace oracle
