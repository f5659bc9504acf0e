// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

namespace app {

/// A demo cluster of one's own: this same program in its demo mode, as a child that ends with us.
class DemoCluster : public QObject
{
    Q_OBJECT

public:
    explicit DemoCluster(QObject *parent = nullptr);
    ~DemoCluster() override;

    void start();

Q_SIGNALS:
    void ready(const QString &kubeconfig); ///< a file
    void failed(const QString &why); ///< one sentence

private:
    void read();

    QTemporaryDir m_folder;
    QProcess m_process;
    bool m_ready = false;
};

} // namespace app
