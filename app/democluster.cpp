// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/democluster.h"

#include "app/bundle.h"

#ifdef Q_OS_LINUX
#include <csignal>

#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace app {

DemoCluster::DemoCluster(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoCluster::read);
    connect(&m_process, &QProcess::errorOccurred, this, [this] {
        if (!m_ready)
            Q_EMIT failed(
                tr("The demo cluster could not be started: %1").arg(m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        if (!m_ready)
            Q_EMIT failed(tr("The demo cluster ended before it was ready."));
    });
}

DemoCluster::~DemoCluster()
{
    m_process.disconnect(this);
    m_process.terminate();
    if (!m_process.waitForFinished(2000)) // the application is ending: nobody else waits
        m_process.kill();
}

void DemoCluster::start()
{
#ifdef Q_OS_LINUX
    // Also when we are killed.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_process.start(ownProgram(),
                    {u"demo"_s, u"--kubeconfig-out"_s, m_folder.filePath(u"kubeconfig"_s)});
}

void DemoCluster::read()
{
    if (m_ready || !m_process.canReadLine())
        return;
    m_ready = true; // it prints its line once it listens and the kubeconfig is written
    Q_EMIT ready(m_folder.filePath(u"kubeconfig"_s));
}

} // namespace app
