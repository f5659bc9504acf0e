// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/sharing/yardconnection.h"

namespace workspace {

/// Whether a yard can be joined: connects to it once, with a document of its own that is thrown
/// away, and says what is there or why not. Ends once, with entered() or failed(); its owner then
/// deletes it. Lives on the GUI thread.
class JoinTry final : public QObject
{
    Q_OBJECT

public:
    static constexpr auto Patience = std::chrono::seconds(20);

    /// Begins at once. `adjust` as in YardConnection::setOptions().
    explicit JoinTry(const ShareAddress &address, const YardConnection::Options &adjust = {},
                     QObject *parent = nullptr);
    ~JoinTry() override;

    const ShareAddress &address() const { return m_address; }

Q_SIGNALS:
    /// `name`: how people call the yard, else empty.
    void entered(const QString &name, bool isViewer);
    void failed(const QString &sentence);

private:
    void follow();
    void finish();

    const ShareAddress m_address;
    std::unique_ptr<crdt::Doc> m_doc;
    std::unique_ptr<collab::Awareness> m_awareness;
    std::unique_ptr<collab::Provider> m_provider;
    QTimer m_patience;
};

} // namespace workspace
