// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/yardapi/yardapi.h"
#include "workspace/sharing/shareaddress.h"

namespace workspace {

using collab::YardVersion;

/// Where versions of the open yard are kept. Errors are one sentence for people. Lives on the GUI
/// thread; destroying it cancels what is under way.
class VersionSource : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype LongestName = 120;
    template<typename T>
    using Answer = QFuture<std::expected<T, QString>>;

    using QObject::QObject;

    /// Newest first.
    virtual Answer<std::vector<YardVersion>> list() = 0;
    virtual Answer<YardVersion> keep(const QString &name) = 0;
    /// What the yard was: a Yjs V1 update of the whole.
    virtual Answer<QByteArray> state(const QString &id) = 0;
    /// Makes the yard what it was; what it is now is kept first, and given.
    virtual Answer<YardVersion> restore(const QString &id) = 0;
};

/// Those that a relay keeps.
class RelayVersions final : public VersionSource
{
    Q_OBJECT

public:
    explicit RelayVersions(const ShareAddress &address, QObject *parent = nullptr);

    Answer<std::vector<YardVersion>> list() override;
    Answer<YardVersion> keep(const QString &name) override;
    Answer<QByteArray> state(const QString &id) override;
    Answer<YardVersion> restore(const QString &id) override;

private:
    QString sentence(const collab::YardApiError &error) const;
    template<typename T>
    Answer<T> told(QFuture<collab::YardApiResult<T>> call);

    collab::YardApi m_api;
    QString m_host;
};

} // namespace workspace
