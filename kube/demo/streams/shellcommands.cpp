// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands of DemoShell, and the files they find.

#include "kube/demo/streams/demoshell.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace demo {

QString DemoShell::hostName() const
{
    return m_options.pod["metadata"_L1]["name"_L1].toString();
}

void DemoShell::furnish()
{
    const auto meta = m_options.pod["metadata"_L1];
    const auto status = m_options.pod["status"_L1];
    m_environment = {{u"HOME"_s, u"/root"_s},
                     {u"HOSTNAME"_s, hostName()},
                     {u"KUBERNETES_PORT"_s, u"tcp://10.96.0.1:443"_s},
                     {u"KUBERNETES_SERVICE_HOST"_s, u"10.96.0.1"_s},
                     {u"KUBERNETES_SERVICE_PORT"_s, u"443"_s},
                     {u"PATH"_s, u"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"_s},
                     {u"PWD"_s, u"/"_s}};
    if (m_options.tty)
        m_environment.insert(u"TERM"_s, u"xterm"_s);
    for (const auto &container : m_options.pod["spec"_L1]["containers"_L1].toArray())
        if (container["name"_L1].toString() == m_options.container)
            for (const auto &variable : container["env"_L1].toArray())
                m_environment.insert(variable["name"_L1].toString(),
                                     variable["value"_L1].toString());

    const auto nameSpace = meta["namespace"_L1].toString();
    m_files = {
        {u"/etc/hostname"_s, hostName().toUtf8() + '\n'},
        {u"/etc/hosts"_s,
         "127.0.0.1\tlocalhost\n" + status["podIP"_L1].toString().toUtf8() + '\t'
             + hostName().toUtf8() + '\n'},
        {u"/etc/os-release"_s,
         "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian GNU/Linux\"\nID=debian\n"},
        {u"/etc/resolv.conf"_s,
         "search " + nameSpace.toUtf8()
             + ".svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\n"
               "options ndots:5\n"},
        {u"/app/config.yaml"_s, "server:\n  port: 8080\nlog:\n  level: info\n  format: json\n"},
        {u"/app/README.md"_s, "# " + m_options.container.toUtf8() + "\nA demo container.\n"},
        {u"/proc/loadavg"_s, "0.42 0.31 0.27 1/214 47\n"},
        {u"/var/run/secrets/kubernetes.io/serviceaccount/namespace"_s, nameSpace.toUtf8()},
    };
}

// Words, with quotes and $NAME, $?.
static QStringList wordsOf(const QString &line, const QMap<QString, QString> &environment,
                           int lastStatus)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const auto c = line[at];
        if (!quote.isNull() && c == quote) {
            quote = {};
        } else if (quote.isNull() && (c == u'\'' || c == u'"')) {
            quote = c;
            inWord = true;
        } else if (c == u'\\' && quote != u'\'' && at + 1 < line.size()) {
            word += line[++at];
            inWord = true;
        } else if (c == u'$' && quote != u'\'') {
            auto end = at + 1;
            while (end < line.size() && (line[end].isLetterOrNumber() || line[end] == u'_'))
                ++end;
            if (end == at + 1 && end < line.size() && line[end] == u'?') {
                word += QString::number(lastStatus);
                ++end;
            } else {
                word += environment.value(line.sliced(at + 1, end - at - 1));
            }
            inWord = true;
            at = end - 1;
        } else if (quote.isNull() && c.isSpace()) {
            if (inWord)
                words.append(word);
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (inWord)
        words.append(word);
    return words;
}

// Commands are separated by ";", "&&" and "||"; no pipes, no redirection.
void DemoShell::runScript(const QString &script)
{
    QString command;
    QChar quote;
    bool skip = false;
    const auto flush = [&](QStringView separator) {
        const auto words = wordsOf(command, m_environment, m_lastStatus);
        command.clear();
        if (!skip && !words.isEmpty() && !words[0].startsWith(u'#') && m_mode == Mode::Lines)
            m_lastStatus = runCommand(words);
        skip = (separator == "&&"_L1 && m_lastStatus != 0)
            || (separator == "||"_L1 && m_lastStatus == 0);
    };
    for (qsizetype at = 0; at < script.size(); ++at) {
        const auto c = script[at];
        if (c == u'\'' || c == u'"')
            quote = quote.isNull() ? c : (quote == c ? QChar() : quote);
        const auto two =
            QStringView(script).sliced(at).first(std::min<qsizetype>(2, script.size() - at));
        if (quote.isNull() && (c == u';' || c == u'\n')) {
            flush(u";");
        } else if (quote.isNull() && (two == "&&"_L1 || two == "||"_L1)) {
            flush(two);
            ++at;
        } else {
            command += c;
        }
    }
    flush(u";");
}

int DemoShell::runShell(const QStringList &words)
{
    if (const auto at = words.indexOf(u"-c"_s); at > 0 && at + 1 < words.size()) {
        runScript(words[at + 1]);
        return m_lastStatus;
    }
    if (m_interactive)
        return 0; // a shell in a shell looks just the same
    m_interactive = true;
    prompt();
    return 0;
}

int DemoShell::runCommand(const QStringList &words)
{
    const auto name = words.value(0).section(u'/', -1);
    if (name == "sh"_L1 || name == "bash"_L1 || name == "ash"_L1)
        return runShell(words);
    if (name == "exec"_L1 && words.size() > 1)
        return runCommand(words.mid(1));
    if (name == "command"_L1) // -v: only sh is installed
        return words.value(2) == "sh"_L1 ? 0 : 1;
    if (name == "exit"_L1) {
        end(words.size() > 1 ? words[1].toInt() & 0xff : m_lastStatus);
        return 0;
    }
    if (name == "cat"_L1)
        return runCat(words.mid(1));
    if (name == "ls"_L1)
        return runList(words);
    if (name == "cd"_L1)
        return changeFolder(words.value(1, u"/root"_s));
    if (name == "echo"_L1)
        return runEcho(words);
    if (name == "true"_L1 || name == "clear"_L1) {
        if (name == "clear"_L1)
            Q_EMIT output("\x1b[H\x1b[2J");
        return 0;
    }
    if (name == "false"_L1)
        return 1;
    if (name == "stty"_L1 && words.value(1) == "size"_L1) {
        if (!m_options.tty) {
            complain(u"stty: 'standard input': Inappropriate ioctl for device\n"_s);
            return 1;
        }
        print(u"%1 %2\n"_s.arg(m_size.height()).arg(m_size.width()));
        return 0;
    }

    const QMap<QString, QString> texts{
        {u"date"_s,
         QLocale::c().toString(QDateTime::currentDateTimeUtc(),
                               u"ddd MMM d HH:mm:ss 'UTC' yyyy\n"_s)},
        {u"hostname"_s, hostName() + u'\n'},
        {u"id"_s, u"uid=0(root) gid=0(root) groups=0(root)\n"_s},
        {u"ps"_s,
         u"  PID TTY          TIME CMD\n    1 ?        00:00:03 %1\n   47 pts/0    00:00:00 sh\n"
         "   53 pts/0    00:00:00 ps\n"_s.arg(m_options.container)},
        {u"pwd"_s, m_folder + u'\n'},
        {u"top"_s,
         u"top - %1 up 3 days,  4:12,  0 users,  load average: 0.42, 0.31, 0.27\n"
         "Tasks:   3 total,   1 running,   2 sleeping,   0 stopped,   0 zombie\n"
         "%Cpu(s):  4.2 us,  1.1 sy,  0.0 ni, 94.4 id,  0.0 wa,  0.0 hi,  0.3 si,  0.0 st\n"
         "MiB Mem :   7954.2 total,   2210.8 free,   3120.1 used,   2623.3 buff/cache\n\n"
         "    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n"
         "      1 root      20   0  712412  48216  21640 S   2.7   0.6   0:03.11 %2\n"
         "     47 root      20   0    4332   3512   2980 S   0.0   0.0   0:00.01 sh\n"
         "     54 root      20   0    8728   4620   2716 R   0.0   0.1   0:00.00 top\n"_s.arg(
             QDateTime::currentDateTimeUtc().toString(u"HH:mm:ss"_s), m_options.container)},
        {u"uname"_s,
         words.contains(u"-a"_s)
             ? QString(u"Linux "_s + hostName() + u" 6.1.0-31-amd64 x86_64 GNU/Linux\n"_s)
             : u"Linux\n"_s},
        {u"whoami"_s, u"root\n"_s}};
    if (name == "env"_L1) {
        for (auto entry = m_environment.cbegin(); entry != m_environment.cend(); ++entry)
            print(entry.key() + u'=' + entry.value() + u'\n');
        return 0;
    }
    if (const auto text = texts.constFind(name); text != texts.cend()) {
        print(*text);
        return 0;
    }
    complain(m_interactive
                 ? u"sh: %1: command not found\n"_s.arg(words.value(0))
                 : u"exec: \"%1\": executable file not found in $PATH\n"_s.arg(words.value(0)));
    return 127;
}

int DemoShell::runEcho(const QStringList &words)
{
    const bool bare = words.value(1) == "-n"_L1;
    print(words.mid(bare ? 2 : 1).join(u' ') + (bare ? QString() : u"\n"_s));
    return 0;
}

QString DemoShell::absolute(const QString &path) const
{
    QStringList parts;
    const auto whole = path.startsWith(u'/') ? path : QString(m_folder + u'/' + path);
    for (const auto &part : whole.split(u'/', Qt::SkipEmptyParts)) {
        if (part == ".."_L1 && !parts.isEmpty())
            parts.removeLast();
        else if (part != "."_L1 && part != ".."_L1)
            parts.append(part);
    }
    return u'/' + parts.join(u'/');
}

int DemoShell::runCat(const QStringList &files)
{
    if (files.isEmpty()) {
        m_mode = Mode::Cat;
        return 0;
    }
    int status = 0;
    for (const auto &file : files) {
        const auto found = m_files.constFind(absolute(file));
        if (found != m_files.cend()) {
            print(QString::fromUtf8(*found));
        } else {
            complain(u"cat: %1: No such file or directory\n"_s.arg(file));
            status = 1;
        }
    }
    return status;
}

// The names directly below a folder, and whether each is a folder itself.
static QMap<QString, bool> entriesOf(const QMap<QString, QByteArray> &files, const QString &folder)
{
    const QString prefix = folder == "/"_L1 ? folder : QString(folder + u'/');
    QMap<QString, bool> entries;
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        if (file.key().startsWith(prefix)) {
            const auto rest = file.key().sliced(prefix.size());
            entries.insert(rest.section(u'/', 0, 0), rest.contains(u'/'));
        }
    if (folder == "/"_L1)
        for (const auto &name : {u"bin"_s, u"dev"_s, u"root"_s, u"tmp"_s, u"usr"_s})
            entries.insert(name, true);
    return entries;
}

int DemoShell::runList(const QStringList &words)
{
    bool details = false;
    QStringList paths;
    for (const auto &word : words.mid(1)) {
        if (word.startsWith(u'-'))
            details = details || word.contains(u'l');
        else
            paths.append(word);
    }
    if (paths.isEmpty())
        paths.append(m_folder);
    int status = 0;
    for (const auto &path : paths) {
        const auto entries = entriesOf(m_files, absolute(path));
        if (entries.isEmpty() && !m_files.contains(absolute(path))) {
            complain(u"ls: cannot access '%1': No such file or directory\n"_s.arg(path));
            status = 2;
            continue;
        }
        QStringList names;
        for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry) {
            const auto shown =
                m_options.tty && *entry ? u"\x1b[1;34m%1\x1b[0m"_s.arg(entry.key()) : entry.key();
            names.append(details ? QString((*entry ? u"drwxr-xr-x"_s : u"-rw-r--r--"_s)
                                           + u" 1 root root 4096 Mar 11 09:30 "_s + shown)
                                 : shown);
        }
        if (entries.isEmpty())
            names.append(path);
        print(names.join(details || !m_options.tty ? u"\n"_s : u"  "_s) + u'\n');
    }
    return status;
}

int DemoShell::changeFolder(const QString &path)
{
    const auto folder = absolute(path);
    if (entriesOf(m_files, folder).isEmpty() && folder != "/root"_L1 && folder != "/tmp"_L1) {
        complain(u"sh: cd: %1: No such file or directory\n"_s.arg(path));
        return 1;
    }
    m_folder = folder;
    m_environment.insert(u"PWD"_s, folder);
    return 0;
}

} // namespace demo
