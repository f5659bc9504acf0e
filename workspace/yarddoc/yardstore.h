// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/yardstorage.h"
#include "workspace/yarddoc/yardsql.h"

#include <QTimer>

namespace crdt {
class Doc;
}

namespace workspace {

class YardDocument;

/// Keeps a yard's document in SQLite, as the updates that it consists of.
///
/// Updates are gathered for a moment and added in one commit; when there are many, one update that
/// says the same takes their place. What could not be written, for example because the disk is
/// full, is kept and tried again until it could.
class YardStore final : public YardStorage
{
    Q_OBJECT

public:
    /// `document` is borrowed and must outlive the store.
    YardStore(YardDocument &document, const QString &path, QObject *parent = nullptr);
    ~YardStore() override; ///< writes what is pending

    QString path() const override { return m_file.path(); }
    QString name() const override { return m_name; }
    void setName(const QString &name) override;
    QStringList load() override;
    void flush() override;
    void setDelay(std::chrono::milliseconds delay) override { m_delay = delay; }
    /// How long it waits after a failure; 5 s at first.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /// All that the document says, as one update, which is worth much: it takes the place of what
    /// was written before.
    static YardSql::Update stateOf(const crdt::Doc &doc);
    /// The document of what was read. Counts what makes no sense or builds on what is not there.
    static std::unique_ptr<crdt::Doc> docOf(const YardSql::Content &content, int &broken);

private:
    void follow();
    void take(const QByteArray &update);
    void touch();
    bool hasMany() const;
    YardSql::Content whole() const;
    QStringList loadFrom(const YardSql::Failure &failure);
    void noteFailure(const YardSql::Failure &failure);

    YardDocument &m_document;
    YardSql m_file;
    QString m_name;
    YardSql::Content m_pending; ///< what is not written yet
    bool m_replaces = false; ///< the whole is to be written, for another document took its place
    size_t m_count = 0; ///< updates in the file
    qsizetype m_bytes = 0; ///< of those after the first
    qsizetype m_firstBytes = 0;
    bool m_unreadable = false;
    bool m_failed = false; ///< and it was said
    std::chrono::milliseconds m_delay{500};
    std::chrono::milliseconds m_patience{5000};
    QTimer m_timer;
    QMetaObject::Connection m_updates;
};

} // namespace workspace
