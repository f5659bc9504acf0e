// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/auth/execplugin.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QPromise>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qsizetype SaidLimit = 400; // characters of a hint or an error text
constexpr qsizetype OutputLimit = 1024 * 1024;

Error credentialsError(const char *reason, const QString &message)
{
    return {.kind = Error::Kind::Credentials,
            .reason = QString::fromLatin1(reason),
            .message = message};
}

/// One line of what a program says, short and safe to show.
QString shown(const QString &said)
{
    const auto line = said.simplified();
    return withoutControlCharacters(line.size() > SaidLimit ? line.first(SaidLimit) + u'…' : line);
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
QString programOf(const ExecConfig &config, const QString &searchPath)
{
    if (config.command.contains(u'/'))
        return QFileInfo(config.command).isExecutable() ? config.command : QString();
    return QStandardPaths::findExecutable(
        config.command, searchPath.split(QDir::listSeparator(), Qt::SkipEmptyParts));
}

Error missing(const ExecConfig &config, const QString &userName)
{
    auto text = u"The program \"%1\", which user \"%2\" of the kubeconfig signs in with, is not "
                u"installed."_s.arg(shown(config.command), shown(userName));
    if (!config.installHint.isEmpty())
        text += u' ' + shown(config.installHint);
    else
        text += u" Install it, or correct users[].user.exec.command."_s;
    return credentialsError(PluginProblem::Missing, text);
}

Error needsTerminal(const ExecConfig &config, const QString &why)
{
    return credentialsError(
        PluginProblem::NeedsTerminal,
        u"The program \"%1\", which signs in to the cluster, needs a terminal: %2. Sign in with it "
        u"or with kubectl in a terminal once, then try again."_s.arg(shown(config.command), why));
}

/// Whether a program without a terminal says that it misses one.
bool missesTerminal(const QString &said)
{
    static const QRegularExpression signs(
        u"\\bstdin\\b|standard input|not a (?:tty|terminal)|/dev/tty|no tty|\\bEOF\\b|"
        u"inappropriate ioctl|interactive|password:|username:|passcode"_s,
        QRegularExpression::CaseInsensitiveOption);
    return signs.match(said).hasMatch();
}

/// Without the values of the entry's own variables that name a secret.
QString withoutSecrets(QString text, const ExecConfig &config)
{
    static const QRegularExpression secret(u"TOKEN|SECRET|PASS|KEY|CREDENTIAL"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    for (const auto &[name, value] : config.env) {
        if (value.size() >= 4 && secret.match(name).hasMatch())
            text.replace(value, u"…"_s);
    }
    return text;
}

Error failed(const ExecConfig &config, const QProcess &process, const QByteArray &errors)
{
    const auto said = shown(withoutSecrets(QString::fromUtf8(errors), config));
    const bool ended = process.exitStatus() == QProcess::NormalExit;
    if (ended && config.interactiveMode != ExecConfig::InteractiveMode::Never
        && missesTerminal(said))
        return needsTerminal(config, u"it said \"%1\""_s.arg(said));
    const auto how = ended ? u"ended with exit code %1"_s.arg(process.exitCode()) : u"crashed"_s;
    auto text =
        u"The program \"%1\", which signs in to the cluster, %2."_s.arg(shown(config.command), how);
    if (!said.isEmpty())
        text += u" It said: "_s + said;
    return credentialsError(PluginProblem::Failed, text);
}

Error silent(const ExecConfig &config, std::chrono::milliseconds limit)
{
    const auto text = u"it did not answer within %1 s"_s.arg(double(limit.count()) / 1000);
    if (config.interactiveMode != ExecConfig::InteractiveMode::Never)
        return needsTerminal(config, text + u", as when it waits for a person"_s);
    return credentialsError(PluginProblem::Failed,
                            u"The program \"%1\", which signs in to the cluster, is stuck: %2. Try "
                            u"it in a terminal."_s.arg(shown(config.command), text));
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
        timer.stop();
        promise.addResult(std::move(result));
        promise.finish();
    }
};

/// The connections hold the run, with a token in it: lets go of it, but not inside a signal of its
/// own.
void release(const std::shared_ptr<Run> &run, QObject *context)
{
    QMetaObject::invokeMethod(
        context,
        [run] {
            run->process.disconnect();
            run->timer.disconnect();
        },
        Qt::QueuedConnection);
}

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
    QObject::connect(process, &QProcess::finished, context, [run, config, context] {
        run->output += run->process.readAllStandardOutput();
        release(run, context);
        if (run->process.exitStatus() != QProcess::NormalExit || run->process.exitCode() != 0)
            run->finish(std::unexpected(failed(config, run->process, run->errors)));
        else
            run->finish(execCredentialFrom(run->output, config));
    });
    QObject::connect(process, &QProcess::errorOccurred, context,
                     [run, config, context](QProcess::ProcessError error) {
                         if (error != QProcess::FailedToStart)
                             return;
                         release(run, context);
                         run->finish(std::unexpected(credentialsError(
                             PluginProblem::Failed,
                             u"The program \"%1\", which signs in to the cluster, could not be "
                             u"started: %2. Is it made for this computer?"_s.arg(
                                 shown(config.command), run->process.errorString()))));
                     });
}

QProcessEnvironment environmentFor(const ExecConfig &config, const QString &searchPath)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!searchPath.isEmpty())
        environment.insert(u"PATH"_s, searchPath);
    for (const auto &[name, value] : config.env)
        environment.insert(name, value);
    environment.insert(u"KUBERNETES_EXEC_INFO"_s, QString::fromUtf8(execInfo(config)));
    return environment;
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
                                              const QString &searchPath, QObject *context,
                                              std::chrono::milliseconds limit)
{
    auto run = std::make_shared<Run>();
    run->promise.start();
    auto future = run->promise.future();
    if (config.interactiveMode == ExecConfig::InteractiveMode::Always) {
        run->finish(
            std::unexpected(needsTerminal(config, u"its entry says interactiveMode: Always"_s)));
        return future;
    }
    const auto program = programOf(config, searchPath);
    if (program.isEmpty()) {
        run->finish(std::unexpected(missing(config, userName)));
        return future;
    }
    run->process.setProcessEnvironment(environmentFor(config, searchPath));
    run->process.setStandardInputFile(QProcess::nullDevice());
    watch(run, config, context);
    QObject::connect(&run->timer, &QTimer::timeout, context, [run, config, limit] {
        run->finish(std::unexpected(silent(config, limit)));
        run->process.kill();
    });
    run->timer.setSingleShot(true);
    run->timer.start(limit);
    run->process.start(program, config.args);
    return future;
}

Result<ExecCredential> execCredentialFrom(const QByteArray &output, const ExecConfig &config)
{
    const auto refuse = [&config](const QString &why,
                                  const char *reason = PluginProblem::Malformed) {
        return std::unexpected(credentialsError(
            reason,
            u"The program \"%1\", which signs in to the cluster, gave an answer that cannot be "
            u"used: %2 Update it, or correct users[].user.exec."_s.arg(shown(config.command),
                                                                       why)));
    };
    if (output.size() > OutputLimit)
        return refuse(u"it is longer than 1 MiB."_s);
    const auto document = QJsonDocument::fromJson(output);
    if (!document.isObject())
        return refuse(u"it is no JSON object."_s);
    const auto credential = document.object();
    if (credential["kind"_L1].toString() != "ExecCredential"_L1)
        return refuse(u"it is no ExecCredential."_s);
    if (credential["apiVersion"_L1].toString() != config.apiVersion)
        return refuse(u"its apiVersion is not %1, which the kubeconfig asks for."_s.arg(
                          shown(config.apiVersion)),
                      PluginProblem::Version);
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
