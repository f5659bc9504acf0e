// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/yard/yarddocument.h"
#include "workspace/yard/yardstorage.h"

#include <QJsonObject>
#include <QTimer>

#include <expected>
#include <memory>

namespace workspace {

class Session;
class YardCanvas;
class YardLibrary;

/// Which yard is open: fills the document from its file, keeps it there, and takes a person back to
/// where they looked. The camera and the maximised window are the person's own: they are kept in
/// the session's section "yards", as `{"current": id, "views": {id: {x, y, zoom, maximised}}}`.
class YardKeeper final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive the keeper.
    YardKeeper(YardLibrary &library, YardDocument &document, YardCanvas &canvas, Session &session,
               QObject *parent = nullptr);
    ~YardKeeper() override; ///< writes what is pending

    /// Opens the yard that was open last, or else the first that no other program has, or a new
    /// one called `usualName`.
    void openLast(const QString &usualName);
    /// Goes to another yard of the library, or says why not. What was changed in this one is
    /// written first.
    std::expected<void, QString> open(const QString &id);
    /// Opens one file that belongs to no library; there is no other yard then.
    void openFile(const QString &path);

    QString current() const { return m_current; } ///< id; empty: a file of its own
    QString name() const;
    bool hasLibrary() const { return !m_current.isEmpty(); }
    /// How the open yard is called from now on.
    void rename(const QString &name);
    /// Writes now what is pending: krates into the file, the view into the session.
    void flush();

Q_SIGNALS:
    /// Another yard is about to be loaded; current() is already its id.
    void opening(const QString &id);
    void opened(); ///< another yard is shown
    void renamed();
    void said(const QString &sentence); ///< what was wrong with the file, or that it was not saved

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void load(const QString &path);
    void keepView();
    void restoreView();
    QString viewKey() const;

    YardLibrary &m_library;
    YardDocument &m_document;
    YardCanvas &m_canvas;
    Session &m_session;
    std::unique_ptr<YardStorage> m_file;
    QString m_current;
    QTimer m_look; ///< the view changes with every frame of a flight
};

} // namespace workspace
