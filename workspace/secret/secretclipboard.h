// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

class QMimeData;

namespace workspace {

/// Lends a secret to the clipboard: marked so that clipboard managers keep no copy
/// (x-kde-passwordManagerHint), and taken back after 45 s, or with this, if it is still there.
/// Keeps a keyed digest of it, not the value.
class SecretClipboard final : public QObject
{
    Q_OBJECT

public:
    static constexpr int LastsMs = 45'000;

    explicit SecretClipboard(QObject *parent = nullptr, int lastsMs = LastsMs);
    ~SecretClipboard() override;

    void copy(const QString &secret);
    /// Takes back, when its time is over, what somebody else has just put there.
    void keepBrief();
    /// A secret with the mark, owned by the caller.
    static QMimeData *marked(const QString &secret);
    bool isLent() const { return m_expiry.isActive(); }

private:
    void takeBack();
    QByteArray digestOf(const QString &text) const;

    QTimer m_expiry;
    QByteArray m_key; ///< random, of this process
    QByteArray m_digest;
};

} // namespace workspace
