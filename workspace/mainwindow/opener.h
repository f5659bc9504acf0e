// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/mainwindow/opentarget.h"

#include <QObject>

namespace workspace {

class ClusterSet;
class YardCanvas;
class YardDocument;

/// Shows things on the yard: finds their krates or makes them, and flies there. What is asked for
/// before its cluster is known well enough is opened then. GUI thread only.
class Opener final : public QObject
{
    Q_OBJECT

public:
    /// All are borrowed and must outlive it.
    Opener(ClusterSet &clusters, YardDocument &document, YardCanvas &canvas,
           QObject *parent = nullptr);

    /// See MainWindow::openTarget().
    void openTarget(const OpenTarget &target, const QString &nameSpace, const QString &context);
    /// The zoom to show what openTarget() opens at; 0 leaves the choice to the canvas.
    void setZoom(qreal zoom) { m_zoom = zoom; }
    bool isWaiting() const; ///< for a cluster that has not failed

    void openKrate(const KrateRecord &krate, const std::vector<View> &views,
                   const ViewOptions &options = {});
    void openObject(const QString &context, const ObjectId &object, View view);
    /// A collection of a kind that is our own.
    void openOwn(const QString &context, QLatin1StringView kind, const QString &label);
    /// All main kinds of a namespace; when it is empty, of the context's own.
    void openEverything(const QString &context, const QString &nameSpace);
    /// Objects of the krate's cluster get their krates at `world`; of very many the first.
    void openDropped(const QString &krateId, const std::vector<ObjectId> &objects, QPointF world);

Q_SIGNALS:
    /// A sentence: what could not be opened, and why.
    void said(const QString &sentence);

private:
    struct Wanted
    {
        OpenTarget target = {};
        QString context = {};
        QString nameSpace = {};
    };

    void openWanted();
    void showOpened();

    ClusterSet &m_clusters;
    YardDocument &m_document;
    YardCanvas &m_canvas;
    std::vector<Wanted> m_wanted;
    int m_openedTogether = 0;
    qreal m_zoom = 0;
};

} // namespace workspace
