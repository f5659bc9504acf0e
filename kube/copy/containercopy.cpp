// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/copy/containercopy.h"

#include "kube/api/apiclient.h"
#include "kube/streams/execsession.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qsizetype BlockSize = 64 * 1024;
constexpr qsizetype AnswerLimit = 64 * 1024;
constexpr qsizetype ErrorLimit = 4096;

/// Says in one line each: whether there is tar, and what the path is, with its size. Paths are
/// arguments, never part of the script. For a folder du counts 1024-byte blocks everywhere.
const auto ProbeScript = u"command -v tar >/dev/null 2>&1 && echo tar\n"
                         "if [ -d \"$1\" ]; then echo folder; du -sk -- \"$1\" 2>/dev/null\n"
                         "elif [ -e \"$1\" ]; then echo file; wc -c < \"$1\"\n"
                         "else echo missing; fi"_s;

Error failure(const QString &reason, const QString &message = {})
{
    return {.reason = reason, .message = message};
}

QString parentOf(const QString &path)
{
    const auto slash = path.lastIndexOf(u'/');
    return slash < 0 ? u"."_s : slash == 0 ? u"/"_s : path.left(slash);
}

QString nameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

QString withoutSlash(QString path)
{
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    return path;
}

} // namespace

ContainerCopy::ContainerCopy(ApiClient &client, const CopySpec &spec, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_spec(spec)
{
    m_progress.setInterval(100);
    connect(&m_progress, &QTimer::timeout, this, &ContainerCopy::progressed);
}

ContainerCopy::~ContainerCopy()
{
    m_done = true;
    if (m_file)
        m_file->remove();
}

qint64 ContainerCopy::done() const
{
    return m_packing ? m_packing->done() : m_unpacking ? m_unpacking->bytes() : m_received;
}

int ContainerCopy::files() const
{
    return m_packing ? m_packing->files() : m_unpacking ? m_unpacking->files() : 1;
}

QStringList ContainerCopy::skipped() const
{
    return m_unpacking ? m_unpacking->skipped() : QStringList();
}

void ContainerCopy::start()
{
    if (std::exchange(m_started, true))
        return;
    m_progress.start();
    probe();
}

void ContainerCopy::cancel()
{
    if (!m_done)
        fail(failure(u"Cancelled"_s));
}

void ContainerCopy::run(const QStringList &command, bool input)
{
    m_errors.clear();
    m_session = std::make_unique<ExecSession>(m_client, m_spec.nameSpace, m_spec.pod,
                                              ExecOptions{.container = m_spec.container,
                                                          .command = command,
                                                          .tty = false,
                                                          .standardInput = input});
    auto *session = m_session.get();
    connect(session, &ExecSession::standardOutput, this, &ContainerCopy::takeOutput);
    connect(session, &ExecSession::standardError, this, [this](const QByteArray &bytes) {
        m_errors += bytes.left(ErrorLimit - m_errors.size());
    });
    connect(session, &ExecSession::finished, this, &ContainerCopy::takeExit);
    if (input) {
        connect(session, &ExecSession::opened, this, &ContainerCopy::feed);
        connect(session, &ExecSession::drained, this, &ContainerCopy::feed);
    }
    session->start();
}

void ContainerCopy::probe()
{
    m_probing = true;
    m_answer.clear();
    run({u"sh"_s, u"-c"_s, ProbeScript, u"sh"_s, m_spec.remotePath}, false);
}

void ContainerCopy::takeProbe(const QByteArray &answer)
{
    const auto lines = answer.split('\n');
    m_hasTar = lines.value(0) == "tar";
    const auto kind = lines.value(m_hasTar ? 1 : 0);
    const auto size = lines.value(m_hasTar ? 2 : 1).trimmed().split('\t').first().toLongLong();
    m_remote = kind == "folder" ? Remote::Folder : kind == "file" ? Remote::File : Remote::Missing;
    if (m_spec.way == CopySpec::Way::ToContainer)
        return beginUpload();
    m_estimate = m_remote == Remote::Folder;
    m_total = m_estimate ? size * 1024 : size;
    beginDownload();
}

void ContainerCopy::beginDownload()
{
    if (m_remote == Remote::Missing)
        return fail(failure(u"NoSuchFile"_s, m_spec.remotePath));
    if (m_remote == Remote::Folder && !m_hasTar)
        return fail(failure(u"NoTar"_s));
    auto remote = withoutSlash(m_spec.remotePath);
    if (remote.endsWith("/."_L1) || remote == "."_L1 || remote.endsWith(".."_L1))
        return fail(failure(u"NoSuchFile"_s, m_spec.remotePath)); // has no name to copy by
    const QFileInfo local(m_spec.localPath);
    const bool into = local.isDir();
    const auto folder = into ? local.filePath() : local.path();
    const auto name = into ? nameOf(remote) : local.fileName();
    if (name.isEmpty() || !QFileInfo(folder).isDir())
        return fail(failure(u"LocalFile"_s, folder));
    if (m_hasTar) {
        m_unpacking = std::make_unique<Unpacking>(folder, name);
        // The path goes as an argument after "--": it may begin with a dash.
        return run({u"tar"_s, u"cf"_s, u"-"_s, u"-C"_s, parentOf(remote), u"--"_s, nameOf(remote)},
                   false);
    }
    const QString path = folder + u'/' + name;
    if (QFileInfo(path).isSymLink())
        QFile::remove(path);
    m_file = std::make_unique<QFile>(path);
    if (!m_file->open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        const QString why = path + u": "_s + m_file->errorString();
        m_file.reset();
        return fail(failure(u"LocalFile"_s, why));
    }
    run({u"sh"_s, u"-c"_s, u"cat < \"$1\""_s, u"sh"_s, remote}, false);
}

void ContainerCopy::beginUpload()
{
    const QFileInfo local(m_spec.localPath);
    const auto remote = withoutSlash(m_spec.remotePath);
    const bool into = m_remote == Remote::Folder;
    if (!into && m_spec.remotePath.endsWith(u'/'))
        return fail(failure(u"NoFolder"_s, m_spec.remotePath));
    if (!m_hasTar && !local.isFile())
        return fail(failure(u"NoTar"_s));
    const auto folder = into ? remote : parentOf(remote);
    const auto name = into ? local.fileName() : nameOf(remote);
    auto packing =
        m_hasTar ? Packing::of(local.filePath(), name) : Packing::plain(local.filePath());
    if (!packing)
        return fail(packing.error());
    m_packing = *std::move(packing);
    m_total = m_packing->contents();
    m_answer.clear();
    const auto length = QString::number(m_packing->length());
    // The older protocol (v4) cannot end the command's input: head ends it after what was promised.
    // What arrived is counted there, not here.
    const auto script = m_hasTar
        ? u"head -c \"$3\" | tar xof - -C \"$1\" && { [ ! -f \"$1/$2\" ] || wc -c < \"$1/$2\"; }"_s
        : u"head -c \"$3\" > \"$1/$2\" && wc -c < \"$1/$2\""_s;
    run({u"sh"_s, u"-c"_s, script, u"sh"_s, folder, name, length}, true);
}

void ContainerCopy::takeOutput(const QByteArray &bytes)
{
    if (m_probing || m_packing) {
        m_answer += bytes.left(AnswerLimit - m_answer.size());
        return;
    }
    if (m_unpacking) {
        if (const auto taken = m_unpacking->take(bytes); !taken)
            fail(taken.error());
        return;
    }
    m_received += bytes.size();
    if (m_file && m_file->write(bytes) != bytes.size())
        fail(failure(u"LocalFile"_s, m_file->fileName() + u": "_s + m_file->errorString()));
}

/// Writes as much as the session takes.
void ContainerCopy::feed()
{
    while (m_session && m_packing && !m_allSent && !m_done) {
        if (m_block.isEmpty()) {
            auto next = m_packing->next(BlockSize);
            if (!next)
                return fail(next.error());
            m_block = *next;
            m_allSent = m_block.isEmpty();
        }
        if (m_allSent) {
            m_session->closeStandardInput(); // where the protocol can
            return;
        }
        if (!m_session->write(m_block))
            return; // full: `drained` follows
        m_block.clear();
    }
}

Error ContainerCopy::commandFailure(const ExitStatus &status) const
{
    auto text = QString::fromUtf8(m_errors).simplified();
    if (text.isEmpty() && status.error)
        text = status.error->message;
    return failure(u"Failed"_s, text.isEmpty() ? QString::number(status.code) : text);
}

void ContainerCopy::takeExit(const ExitStatus &status)
{
    m_session->disconnect(this);
    m_session.release()->deleteLater(); // this runs inside one of its signals
    if (m_done)
        return;
    const bool ranAtAll = !status.error;
    if (std::exchange(m_probing, false)) {
        if (ranAtAll && status.code == 0)
            return takeProbe(m_answer);
        const auto words = status.error ? status.error->message : QString();
        const bool noShell = status.code == 126 || status.code == 127
            || words.contains("executable file not found"_L1)
            || words.contains("no such file or directory"_L1);
        if (!noShell)
            return fail(status.error ? *status.error : commandFailure(status));
        if (m_spec.way == CopySpec::Way::ToContainer)
            return fail(failure(u"NoShell"_s));
        m_hasTar = true; // there may be a tar without a shell: it says itself when not
        return beginDownload();
    }
    const bool lost = status.error && status.error->kind == Error::Kind::Unreachable;
    if (lost)
        return fail(failure(u"Truncated"_s, status.error->message));
    if (!ranAtAll || status.code != 0) {
        // A folder that changes while tar reads it is worth a word, but what came is whole.
        return fail(ranAtAll ? commandFailure(status) : *status.error);
    }
    if (m_packing)
        settleUpload();
    else
        settleDownload();
}

void ContainerCopy::settleDownload()
{
    if (m_unpacking) {
        if (const auto whole = m_unpacking->finish(); !whole)
            return fail(whole.error());
        return end({});
    }
    // Without an archive only the size tells whether all of it came.
    if (m_received != m_total)
        return fail(failure(u"Truncated"_s));
    if (!m_file->flush())
        return fail(failure(u"LocalFile"_s, m_file->fileName()));
    m_file.reset();
    end({});
}

void ContainerCopy::settleUpload()
{
    const bool isFile = QFileInfo(m_spec.localPath).isFile();
    bool isNumber = false;
    const auto there = m_answer.trimmed().toLongLong(&isNumber);
    if (!m_allSent && m_packing->done() < m_packing->contents())
        return fail(failure(u"Truncated"_s));
    if (isFile && (!isNumber || there != m_total))
        return fail(failure(u"Truncated"_s));
    end({});
}

void ContainerCopy::fail(const Error &error)
{
    if (m_unpacking)
        m_unpacking->abandon();
    if (const auto file = std::exchange(m_file, nullptr))
        file->remove();
    end(error);
}

void ContainerCopy::end(const std::optional<Error> &error)
{
    if (std::exchange(m_done, true))
        return;
    m_progress.stop();
    if (m_session) {
        m_session->disconnect(this);
        m_session->close();
        m_session.release()->deleteLater(); // this may run inside one of its signals
    }
    Q_EMIT progressed();
    Q_EMIT finished(error);
}

} // namespace kube
