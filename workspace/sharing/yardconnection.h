// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/provider/provider.h"
#include "workspace/sharing/shareaddress.h"
#include "workspace/sharing/yardpeople.h"

#include <functional>
#include <memory>

namespace workspace {

class YardDocument;

/// The open yard's connection to a relay: owns the provider and the awareness, and holds the
/// document read-only where this person may only look.
///
/// It follows the document: when that is replaced, by loading, the connection goes on with the new
/// one under the same address. Who goes to another yard leaves first. What others write reaches
/// the document as theirs and is not undone here. Lives on the GUI thread.
class YardConnection final : public QObject
{
    Q_OBJECT

public:
    using Phase = collab::Provider::Phase;
    using Status = collab::Provider::Status;

    /// `document` is borrowed and must outlive the connection.
    explicit YardConnection(YardDocument &document, QObject *parent = nullptr);
    ~YardConnection() override; ///< says farewell

    /// What is known of the yard from before.
    struct Known
    {
        bool wasSynced = false; ///< else nothing can be edited until it is
        bool isViewer = false; ///< nor when this person could only look; the relay says it again
    };
    /// Connects the document to that yard; the address before is left. The status says how it goes.
    void join(const ShareAddress &address, const Known &known);
    void join(const ShareAddress &address) { join(address, {.wasSynced = true}); }
    void leave(); ///< the document stays as it is, and can be edited

    bool isJoined() const { return !m_address.isEmpty(); }
    const ShareAddress &address() const { return m_address; }
    Status status() const; ///< Stopped while not joined
    bool isSynced() const { return status().phase == Phase::Synced; }
    bool wasSynced() const { return m_known.wasSynced; }
    /// Whether this person may only look: what the relay said last.
    bool isReadOnly() const { return m_known.isViewer; }
    int unsentChanges() const;
    void retryNow(); ///< when offline, or refused
    void setToken(const QString &token); ///< and connects anew with it

    YardPeople &people() { return m_people; }
    const YardPeople &people() const { return m_people; }
    /// Null while not joined; another one after awarenessReplaced().
    collab::Awareness *awareness() const { return m_awareness.get(); }

    /// What the others see of this person; fills in who and when. Not sent when nothing of it
    /// changed but the time.
    void setPresence(const Presence &presence);
    const Presence &presence() const { return m_presence; }

    /// How it connects, for tests: see ProviderOptions.
    using Options = std::function<void(collab::ProviderOptions &)>;
    void setOptions(const Options &adjust) { m_adjust = adjust; }
    const Options &options() const { return m_adjust; }

Q_SIGNALS:
    void addressChanged(); ///< joined, left, or another token
    void statusChanged(); ///< status(), isReadOnly() or isJoined()
    void unsentChangesChanged();
    void synced(); ///< anew with each connection
    void awarenessReplaced();

private:
    void begin();
    void end();
    void noteStatus();
    void takeRole();
    void holdDocument();
    void publish();

    YardDocument &m_document;
    ShareAddress m_address;
    Known m_known;
    Presence m_presence;
    Options m_adjust;
    YardPeople m_people;
    std::unique_ptr<collab::Awareness> m_awareness;
    std::unique_ptr<collab::Provider> m_provider;
};

} // namespace workspace
