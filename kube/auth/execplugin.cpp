// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/execplugin.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QPromise>
#include <QStandardPaths>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr int PluginTimeoutMs = 60'000;
constexpr qsizetype OutputLimit = 1024 * 1024;

Error credentialsError(const QString &message)
{
    return {.kind = Error::Kind::Credentials, .message = message};
}

QByteArray execInfo(const ExecConfig &config)
{
    QJsonObject spec{{u"interactive"_s, false}};
    if (config.provideClusterInfo && !config.clusterInfo.isEmpty())
        spec.insert(u"cluster"_s, QJsonDocument::fromJson(config.clusterInfo).object());
    const QJsonObject info{
        {u"apiVersion"_s, config.apiVersion}, {u"kind"_s, u"ExecCredential"_s}, {u"spec"_s, spec}};
    return QJsonDocument(info).toJson(QJsonDocument::Compact);
}

/// The plugin's program as an absolute path; empty when it cannot be found.
QString programOf(const ExecConfig &config)
{
    if (config.command.contains(u'/'))
        return QFileInfo(config.command).isExecutable() ? config.command : QString();
    return QStandardPaths::findExecutable(config.command);
}

QString missingText(const ExecConfig &config, const QString &userName)
{
    auto text = u"The program \"%1\", which user \"%2\" of the kubeconfig signs in with, is not "
                u"installed."_s.arg(withoutControlCharacters(config.command),
                                    withoutControlCharacters(userName));
    if (!config.installHint.isEmpty())
        text += u' ' + withoutControlCharacters(config.installHint.trimmed());
    else
        text += u" Install it, or correct users[].user.exec.command."_s;
    return text;
}

QString failedText(const ExecConfig &config, const QProcess &process, const QByteArray &errors)
{
    const auto how = process.exitStatus() == QProcess::NormalExit
        ? u"ended with exit code %1"_s.arg(process.exitCode())
        : u"crashed"_s;
    auto text = u"The program \"%1\", which signs in to the cluster, %2."_s.arg(
        withoutControlCharacters(config.command), how);
    const auto said = withoutControlCharacters(
        QString::fromUtf8(errors.trimmed().left(400)).replace(u'\n', u' '));
    if (!said.isEmpty())
        text += u" It said: "_s + said;
    return text;
}

struct Run
{
    QPromise<Result<ExecCredential>> promise;
    QProcess process;
    QTimer timer;
    QByteArray output;
    QByteArray errors;
    bool done = false;

    void finish(Result<ExecCredential> result)
    {
        if (std::exchange(done, true))
            return;
        promise.addResult(std::move(result));
        promise.finish();
    }
};

void watch(const std::shared_ptr<Run> &run, const ExecConfig &config, QObject *context)
{
    auto *process = &run->process;
    QObject::connect(process, &QProcess::readyReadStandardOutput, context, [run] {
        run->output += run->process.readAllStandardOutput();
        if (run->output.size() > OutputLimit)
            run->process.kill();
    });
    QObject::connect(process, &QProcess::readyReadStandardError, context, [run] {
        run->errors += run->process.readAllStandardError();
        run->errors.truncate(4096);
    });
    QObject::connect(process, &QProcess::finished, context, [run, config] {
        run->output += run->process.readAllStandardOutput();
        if (run->process.exitStatus() != QProcess::NormalExit || run->process.exitCode() != 0)
            run->finish(
                std::unexpected(credentialsError(failedText(config, run->process, run->errors))));
        else
            run->finish(execCredentialFrom(run->output, config));
    });
    QObject::connect(process, &QProcess::errorOccurred, context,
                     [run, config](QProcess::ProcessError error) {
                         if (error == QProcess::FailedToStart)
                             run->finish(std::unexpected(credentialsError(
                                 u"The program \"%1\", which signs in to the cluster, could not be "
                                 u"started: %2"_s.arg(withoutControlCharacters(config.command),
                                                      run->process.errorString()))));
                     });
    QObject::connect(&run->timer, &QTimer::timeout, context, [run, config] {
        run->finish(std::unexpected(
            credentialsError(u"The program \"%1\", which signs in to the cluster, did not answer "
                             u"within 60 s. Run it "
                             u"in a terminal: it may be waiting for an answer."_s.arg(
                                 withoutControlCharacters(config.command)))));
        run->process.kill();
    });
}

} // namespace

QString withoutControlCharacters(const QString &text)
{
    QString safe;
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0))
            safe += "U+"_L1 + QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0');
        else
            safe += c;
    }
    return safe;
}

QFuture<Result<ExecCredential>> runExecPlugin(const ExecConfig &config, const QString &userName,
                                              QObject *context)
{
    auto run = std::make_shared<Run>();
    run->promise.start();
    auto future = run->promise.future();
    if (config.interactiveMode == ExecConfig::InteractiveMode::Always) {
        run->finish(std::unexpected(credentialsError(
            u"The program \"%1\", which signs in to the cluster, wants a terminal "
            u"(interactiveMode: Always). Run kubectl once in a terminal, or use another plugin."_s
                .arg(withoutControlCharacters(config.command)))));
        return future;
    }
    const auto program = programOf(config);
    if (program.isEmpty()) {
        run->finish(std::unexpected(credentialsError(missingText(config, userName))));
        return future;
    }
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : config.env)
        environment.insert(name, value);
    environment.insert(u"KUBERNETES_EXEC_INFO"_s, QString::fromUtf8(execInfo(config)));
    run->process.setProcessEnvironment(environment);
    run->process.setStandardInputFile(QProcess::nullDevice());
    watch(run, config, context);
    run->timer.setSingleShot(true);
    run->timer.start(PluginTimeoutMs);
    run->process.start(program, config.args);
    return future;
}

Result<ExecCredential> execCredentialFrom(const QByteArray &output, const ExecConfig &config)
{
    const auto refuse = [&config](const QString &why) {
        return std::unexpected(credentialsError(
            u"The program \"%1\", which signs in to the cluster, gave an answer that cannot be "
            u"used: %2"_s.arg(withoutControlCharacters(config.command), why)));
    };
    if (output.size() > OutputLimit)
        return refuse(u"it is longer than 1 MiB."_s);
    const auto credential = QJsonDocument::fromJson(output).object();
    if (credential["kind"_L1].toString() != "ExecCredential"_L1)
        return refuse(u"it is no ExecCredential."_s);
    if (credential["apiVersion"_L1].toString() != config.apiVersion)
        return refuse(u"its apiVersion is not %1, which the kubeconfig asks for."_s.arg(
            withoutControlCharacters(config.apiVersion)));
    const auto status = credential["status"_L1].toObject();
    if (status.isEmpty())
        return refuse(u"it has no status."_s);
    ExecCredential result{.token = status["token"_L1].toString(),
                          .clientCertificate =
                              status["clientCertificateData"_L1].toString().toUtf8(),
                          .clientKey = status["clientKeyData"_L1].toString().toUtf8()};
    if (result.clientCertificate.isEmpty() != result.clientKey.isEmpty())
        return refuse(u"it has a certificate without a key, or a key without a certificate."_s);
    if (result.token.isEmpty() && result.clientKey.isEmpty())
        return refuse(u"it has neither a token nor a certificate."_s);
    if (const auto expires = status["expirationTimestamp"_L1].toString(); !expires.isEmpty()) {
        result.expires = QDateTime::fromString(expires, Qt::ISODateWithMs);
        if (!result.expires.isValid())
            return refuse(u"its expirationTimestamp is no RFC 3339 time."_s);
    }
    return result;
}

} // namespace kube
