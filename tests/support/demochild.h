// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace support {

/// `krateyard demo` as a process of its own: what the test's process takes is the desktop's alone.
class DemoChild
{
public:
    ~DemoChild()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }

    /// Starts `binary`; false when it does not serve within 20 s.
    bool serve(const QString &binary)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(binary,
                        {QStringLiteral("demo"), QStringLiteral("--kubeconfig-out"), kubeconfig()});
        // Its line comes once it listens and the file is written.
        return QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000);
    }
    QString kubeconfig() const { return m_folder.filePath(QStringLiteral("kubeconfig")); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace support
