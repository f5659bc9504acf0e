// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/realcluster.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace support {

RealCluster::RealCluster()
    : m_folder(qEnvironmentVariable("KRATEYARD_TEST_CLUSTER"))
    , m_hasNodes(qEnvironmentVariableIntValue("KRATEYARD_TEST_CLUSTER_NODES") > 0)
{
}

QString RealCluster::kubeconfig() const
{
    return m_folder + "/all.kubeconfig"_L1;
}

QString RealCluster::adminKubeconfig() const
{
    return m_folder + "/admin.kubeconfig"_L1;
}

QString RealCluster::kubectlPath() const
{
    return m_folder + "/../bin/kubectl"_L1;
}

bool RealCluster::load(const QString &pods) const
{
    return run(QStringLiteral(TEST_CLUSTER_SCRIPTS "/load"), {pods, u"0"_s}, {}, 600'000).code == 0;
}

RealCluster::Output RealCluster::run(const QString &program, const QStringList &arguments,
                                     const QByteArray &input, int timeoutMs) const
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(timeoutMs))
        return {.errors = process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

RealCluster::Output RealCluster::kubectl(const QStringList &arguments,
                                         const QByteArray &input) const
{
    return run(kubectlPath(), QStringList{u"--kubeconfig"_s, adminKubeconfig()} + arguments, input);
}

QString RealCluster::ownNamespace(const QString &test)
{
    return u"krateyard-%1-%2"_s.arg(test).arg(QCoreApplication::applicationPid());
}

bool RealCluster::freshNamespace(const QString &name) const
{
    kubectl({u"delete"_s, u"namespace"_s, name, u"--ignore-not-found"_s, u"--timeout=50s"_s});
    if (kubectl({u"create"_s, u"namespace"_s, name}).code != 0)
        return false;
    return QTest::qWaitFor(
        [&] {
            return kubectl({u"-n"_s, name, u"get"_s, u"serviceaccount"_s, u"default"_s}).code == 0;
        },
        60'000); // controllers that lost the API server wait longer each time
}

RealCluster::Output RealCluster::fill(const QString &nameSpace, const QByteArray &objects) const
{
    if (!freshNamespace(nameSpace))
        return {.errors = "the namespace cannot be made"};
    return kubectl({u"-n"_s, nameSpace, u"apply"_s, u"-f"_s, u"-"_s}, objects);
}

QByteArray RealCluster::whyNot(bool needsNodes) const
{
    if (!isThere())
        return "no cluster (KRATEYARD_TEST_CLUSTER); run ./dev test -L cluster";
    if (needsNodes && !m_hasNodes)
        return "this kernel runs no real node, so there are no pods";
    return {};
}

void RealCluster::removeNamespace(const QString &name) const
{
    if (isThere())
        kubectl({u"delete"_s, u"namespace"_s, name, u"--wait=false"_s});
}

bool RealCluster::waitFor(const QString &nameSpace, const QString &object,
                          const QString &what) const
{
    const QString flag = u"--for="_s + what;
    return kubectl({u"-n"_s, nameSpace, u"wait"_s, flag, object, u"--timeout=55s"_s}).code == 0;
}

bool RealCluster::apiServer(const QString &verb) const
{
    return run(QStringLiteral(TEST_CLUSTER_SCRIPTS "/restart-apiserver"), {verb}, {}).code == 0;
}

} // namespace support
