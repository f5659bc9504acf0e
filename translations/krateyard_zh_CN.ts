<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>app</name>
    <message>
        <source>Prints this and ends.</source>
        <translation>显示此帮助并退出。</translation>
    </message>
    <message>
        <source>Prints the version and ends.</source>
        <translation>显示版本并退出。</translation>
    </message>
    <message>
        <source>The kubeconfig to use instead of $KUBECONFIG or ~/.kube/config.</source>
        <translation>要使用的 kubeconfig，代替 $KUBECONFIG 或 ~/.kube/config。</translation>
    </message>
    <message>
        <source>The context to begin with.</source>
        <translation>启动时使用的上下文。</translation>
    </message>
    <message>
        <source>The namespace where --open names none.</source>
        <translation>--open 未指定时使用的命名空间。</translation>
    </message>
    <message>
        <source>Opens a collection or an object: kind[/namespace[/name]][:view], for example pods, deploy/shop or pod/shop/web-1:logs. May be given more than once.</source>
        <translation>打开一个列表或对象：kind[/namespace[/name]][:view]，例如 pods、deploy/shop 或 pod/shop/web-1:logs。可多次指定。</translation>
    </message>
    <message>
        <source>Starts a demo cluster and shows it.</source>
        <translation>启动并显示演示集群。</translation>
    </message>
    <message>
        <source>Uses the light theme.</source>
        <translation>使用浅色主题。</translation>
    </message>
    <message>
        <source>The zoom to begin with, 0.16 to 2.2.</source>
        <translation>初始缩放，0.16 到 2.2。</translation>
    </message>
    <message>
        <source>The size of the window, for example 1600x1000.</source>
        <translation>窗口大小，例如 1600x1000。</translation>
    </message>
    <message>
        <source>Writes a picture once everything is shown, and ends.</source>
        <translation>全部内容显示后保存一张截图并退出。</translation>
    </message>
    <message>
        <source>“%1” is not understood. krateyard --help lists what is.</source>
        <translation>无法识别“%1”。krateyard --help 列出可用的选项。</translation>
    </message>
    <message>
        <source>--zoom wants a number from 0.16 to 2.2.</source>
        <translation>--zoom 需要一个 0.16 到 2.2 之间的数字。</translation>
    </message>
    <message>
        <source>--size wants width and height, for example 1600x1000.</source>
        <translation>--size 需要宽度和高度，例如 1600x1000。</translation>
    </message>
    <message>
        <source>What to show, as a krateyard:// link.</source>
        <translation>要显示的内容，格式为 krateyard:// 链接。</translation>
    </message>
    <message>
        <source>The file that keeps the yard, instead of the yards of your own.</source>
        <translation>保存 Yard 的文件，代替您自己的 Yard。</translation>
    </message>
    <message>
        <source>Starts another Krateyard when one is running. Without it, that one comes to the front and opens what is asked for here.</source>
        <translation>已有 Krateyard 运行时启动另一个。不使用此选项时，已运行的 Krateyard 会转到前台，并打开此处要求的内容。</translation>
    </message>
    <message>
        <source>Shows the log in a file or pipe: plain lines, klog, CRI, Docker&apos;s json-file, or one of these packed with gzip. A file is followed as it grows.</source>
        <translation>显示文件或管道中的日志：纯文本行、klog、CRI、Docker 的 json-file，或用 gzip 压缩的上述格式。文件增长时会持续跟随。</translation>
    </message>
    <message>
        <source>The file; - is standard input.</source>
        <translation>文件；- 表示标准输入。</translation>
    </message>
    <message>
        <source>“logs” wants one file, or - for standard input: krateyard logs app.log</source>
        <translation>“logs”需要一个文件，或用 - 表示标准输入：krateyard logs app.log</translation>
    </message>
    <message>
        <source>Work on Kubernetes clusters on one large canvas.

  krateyard                the desktop
  krateyard demo           a demo cluster to try it on
  krateyard join LINK      a yard that is shared on a relay
  krateyard relay          a server without a screen
  krateyard logs FILE      a log file, or - for standard input</source>
        <translation>在一张大画布上操作 Kubernetes 集群。

  krateyard                桌面应用
  krateyard demo           供试用的演示集群
  krateyard join 链接      在中继上共享的 Yard
  krateyard relay          不带界面的服务器
  krateyard logs 文件      日志文件，或用 - 表示标准输入</translation>
    </message>
</context>
<context>
    <name>app::DemoCluster</name>
    <message>
        <source>The demo cluster could not be started: %1</source>
        <translation>无法启动演示集群：%1</translation>
    </message>
    <message>
        <source>The demo cluster ended before it was ready.</source>
        <translation>演示集群在就绪之前就结束了。</translation>
    </message>
</context>
<context>
    <name>app::Desktop</name>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>my yard</source>
        <translation>我的 Yard</translation>
    </message>
    <message>
        <source>This is the demo cluster: nothing here is real.</source>
        <translation>这是演示集群，这里的一切都不是真实的。</translation>
    </message>
    <message>
        <source>%1 has no context “%2”. Used is “%3”.</source>
        <translation>%1 中没有上下文“%2”。将使用“%3”。</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>bug</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>support</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报告位于 %1。</translation>
    </message>
    <message>
        <source>Change it now</source>
        <translation>立即更改</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>退出演示</translation>
    </message>
    <message>
        <source>Open a kubeconfig</source>
        <translation>打开 kubeconfig</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Use the usual kubeconfig again</source>
        <translation>重新使用默认 kubeconfig</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>尝试演示</translation>
    </message>
    <message>
        <source>Show the first page</source>
        <translation>显示首页</translation>
    </message>
    <message>
        <source>welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>The language changes with the next start. To change it now opens the window anew: the yard and what you typed stay, shells end.</source>
        <translation>语言将在下次启动时更改。现在更改会重新打开窗口：Yard 和已输入的内容会保留，Shell 会结束。</translation>
    </message>
</context>
<context>
    <name>app::Program</name>
    <message>
        <source>No kubeconfig found: showing the demo cluster.
</source>
        <translation>未找到 kubeconfig：将显示演示集群。
</translation>
    </message>
</context>
<context>
    <name>app::Screenshot</name>
    <message>
        <source>The picture could not be written to %1.</source>
        <translation>无法将截图写入 %1。</translation>
    </message>
</context>
<context>
    <name>app::SingleInstance</name>
    <message>
        <source>Krateyard is running already, but does not answer. End it, or start another one with --new-instance.</source>
        <translation>Krateyard 已在运行，但没有响应。请结束它，或用 --new-instance 启动另一个。</translation>
    </message>
</context>
<context>
    <name>workspace</name>
    <message>
        <source>The cluster cannot be reached. Krateyard keeps trying.</source>
        <translation>无法连接到集群。Krateyard 会继续尝试。</translation>
    </message>
    <message>
        <source>The cluster does not answer. Krateyard keeps trying.</source>
        <translation>集群没有响应。Krateyard 会继续尝试。</translation>
    </message>
    <message>
        <source>The secure connection was refused: %1</source>
        <translation>安全连接被拒绝：%1</translation>
    </message>
    <message>
        <source>The cluster did not accept your sign-in. Renew the credentials of this context, then try again.</source>
        <translation>集群不接受您的登录。请更新此上下文的凭据，然后重试。</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>您没有执行此操作的权限。</translation>
    </message>
    <message>
        <source>You are not allowed to: %1</source>
        <translation>您没有以下权限：%1</translation>
    </message>
    <message>
        <source>The object does not exist any more.</source>
        <translation>该对象已不存在。</translation>
    </message>
    <message>
        <source>Someone else changed the object first.</source>
        <translation>其他人已先修改了该对象。</translation>
    </message>
    <message>
        <source>The cluster no longer has this version.</source>
        <translation>集群已不再保留此版本。</translation>
    </message>
    <message>
        <source>The cluster found a mistake in the request: %1</source>
        <translation>集群发现请求有误：%1</translation>
    </message>
    <message>
        <source>The cluster is busy and asked to wait.</source>
        <translation>集群繁忙，要求稍候。</translation>
    </message>
    <message>
        <source>The cluster has a fault of its own: %1</source>
        <translation>集群自身发生故障：%1</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer makes no sense. Is something in between?</source>
        <translation>无法理解集群的响应。中间是否有代理？</translation>
    </message>
    <message>
        <source>The cluster refused: %1</source>
        <translation>集群拒绝了请求：%1</translation>
    </message>
    <message>
        <source>no context</source>
        <translation>无上下文</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>The certificate of this cluster is not checked (insecure-skip-tls-verify): anybody in between can read along.</source>
        <translation>不检查此集群的证书 (insecure-skip-tls-verify)：中间的任何人都可以窃听。</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>%1 %2 has no pod now.</source>
        <translation>%1 %2 目前没有 Pod。</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n 个故障</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n 个降级</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n 个等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>“%1” names no kind. Write kind/namespace/name, for example pod/shop/web-1:logs.</source>
        <translation>“%1”没有指明类型。请写成 kind/namespace/name，例如 pod/shop/web-1:logs。</translation>
    </message>
    <message>
        <source>“%1” names a view but no object. Write kind/namespace/name:view.</source>
        <translation>“%1”指定了视图但没有指定对象。请写成 kind/namespace/name:view。</translation>
    </message>
    <message>
        <source>The cluster of context “%1” knows no kind “%2”.</source>
        <translation>上下文“%1”的集群没有类型“%2”。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Read every 10 s</source>
        <translation>每 10 秒读取一次</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Connecting again…</source>
        <translation>正在重新连接…</translation>
    </message>
    <message>
        <source>Deleted; this was its last state</source>
        <translation>已删除；这是其最后状态</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Reading %1 %2…</source>
        <translation>正在读取 %1 %2…</translation>
    </message>
    <message>
        <source>%1 %2 cannot be shown</source>
        <translation>无法显示 %1 %2</translation>
    </message>
    <message>
        <source>Context “%1” (%2): %3 does not answer (%4). Is it running, is the network or VPN up? Krateyard keeps trying.</source>
        <translation>上下文“%1” (%2)：%3 没有响应 (%4)。它在运行吗？网络或 VPN 是否已连接？Krateyard 会继续尝试。</translation>
    </message>
    <message>
        <source>Context “%1” (%2): %3</source>
        <translation>上下文“%1” (%2)：%3</translation>
    </message>
    <message>
        <source>Signed in until %1; renewed by itself.</source>
        <translation>登录有效期至 %1，会自动续期。</translation>
    </message>
    <message>
        <source>Signed in until %1.</source>
        <translation>登录有效期至 %1。</translation>
    </message>
    <message>
        <source>Signed in until %1, and nothing renews it.</source>
        <translation>登录有效期至 %1，不会自动续期。</translation>
    </message>
    <message>
        <source>Your sign-in to “%1” ends at %2 and nothing renews it. Get new credentials where you got these, and put them into %3.</source>
        <translation>您对“%1”的登录将于 %2 失效，且不会自动续期。请从获取当前凭据的地方获取新凭据，并写入 %3。</translation>
    </message>
    <message>
        <source>The sign-in ended at %1.</source>
        <translation>登录已于 %1 失效。</translation>
    </message>
    <message>
        <source>Your sign-in to “%1” ended at %2. Get new credentials where you got the old ones, and put them into %3.</source>
        <translation>您对“%1”的登录已于 %2 失效。请从获取旧凭据的地方获取新凭据，并写入 %3。</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 条警告</numerusform>
        </translation>
    </message>
    <message>
        <source>You have set this context to read-only. Allow changes again with the command “Allow changes in this context”.</source>
        <translation>您已将此上下文设为只读。使用命令“允许在此上下文中进行更改”可重新允许更改。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose the kubeconfig file in it, usually called “config”.</source>
        <translation>%1 是文件夹。请选择其中的 kubeconfig 文件，通常名为“config”。</translation>
    </message>
    <message>
        <source>%1 has no contexts, so it is no kubeconfig that leads to a cluster. A kubeconfig says “kind: Config” and lists clusters, users and contexts.</source>
        <translation>%1 中没有上下文，因此不是可通向集群的 kubeconfig。kubeconfig 中写有“kind: Config”，并列出集群、用户和上下文。</translation>
    </message>
    <message>
        <source>The link cannot be opened: %1 A link looks like krateyard://open/context/namespace/kind/name?view=logs.</source>
        <translation>无法打开链接：%1 链接的格式类似 krateyard://open/context/namespace/kind/name?view=logs。</translation>
    </message>
    <message>
        <source>a link cannot open a shell.</source>
        <translation>链接不能打开 Shell。</translation>
    </message>
    <message>
        <source>“%1” is no view that it can ask for.</source>
        <translation>“%1”不是链接可以请求的视图。</translation>
    </message>
    <message>
        <source>it is too long.</source>
        <translation>链接过长。</translation>
    </message>
    <message>
        <source>it asks for something that is unknown.</source>
        <translation>链接请求了未知内容。</translation>
    </message>
    <message>
        <source>its path is not understood.</source>
        <translation>无法识别其路径。</translation>
    </message>
    <message>
        <source>it names no kind.</source>
        <translation>链接没有指明类型。</translation>
    </message>
    <message>
        <source>what follows the question mark is not understood.</source>
        <translation>无法识别问号之后的内容。</translation>
    </message>
    <message numerus="yes">
        <source>A view needs a name of at most %n characters.</source>
        <translation>
            <numerusform>视图需要一个最多 %n 个字符的名称。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %n views can be saved. Delete one first.</source>
        <translation>
            <numerusform>最多可保存 %n 个视图。请先删除一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>The view is too large to be saved. Save it with fewer krates on the yard.</source>
        <translation>视图过大，无法保存。请减少 Yard 上的 Krate 后再保存。</translation>
    </message>
    <message>
        <source>There is no view “%1” any more.</source>
        <translation>视图“%1”已不存在。</translation>
    </message>
    <message>
        <source>Recall view</source>
        <translation>调出视图</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>“%1” is no address of a relay: it begins with https:// or wss://.</source>
        <translation>“%1”不是中继地址：它应以 https:// 或 wss:// 开头。</translation>
    </message>
    <message>
        <source>The address names no relay. It looks like relay.example.org.</source>
        <translation>该地址没有指明中继。应形如 relay.example.org。</translation>
    </message>
    <message>
        <source>A relay&apos;s address has no user and no password in it.</source>
        <translation>中继地址中不含用户名和密码。</translation>
    </message>
    <message>
        <source>The link names no yard. Ask who sent it for the whole link, or type the yard&apos;s name.</source>
        <translation>该链接没有指明 Yard。请向发送者索取完整链接，或输入 Yard 的名称。</translation>
    </message>
    <message>
        <source>A yard&apos;s name has 1 to 128 characters and no slash.</source>
        <translation>Yard 的名称为 1 到 128 个字符，且不含斜杠。</translation>
    </message>
    <message>
        <source>The link&apos;s token is damaged. Ask for the link again.</source>
        <translation>链接中的令牌已损坏。请重新索取链接。</translation>
    </message>
    <message>
        <source>The link does not say where its relay is. Ask for it again.</source>
        <translation>该链接没有说明中继在哪里。请重新索取。</translation>
    </message>
    <message>
        <source>Paste the link that you were sent, or type the relay&apos;s address.</source>
        <translation>粘贴您收到的链接，或输入中继的地址。</translation>
    </message>
    <message>
        <source>The link is too long to be one.</source>
        <translation>该链接过长，不可能有效。</translation>
    </message>
    <message>
        <source>This link opens something else; it does not join a yard.</source>
        <translation>此链接用于打开其他内容，不是加入 Yard 的链接。</translation>
    </message>
    <message>
        <source>This is no address. It looks like https://relay.example.org/join/…</source>
        <translation>这不是地址。应形如 https://relay.example.org/join/…</translation>
    </message>
    <message>
        <source>The relay at %1 cannot prove that it is that relay (%2). Ask who runs it for a valid certificate, and do not go on without.</source>
        <translation>%1 上的中继无法证明自己的身份（%2）。请向其运营者索取有效证书，在此之前不要继续。</translation>
    </message>
    <message>
        <source>Nothing listens at %1, port %2. Check the address, or ask whether the relay runs.</source>
        <translation>%1 的端口 %2 上没有服务。请检查地址，或询问中继是否在运行。</translation>
    </message>
    <message>
        <source>There is no machine called “%1”. Check how it is spelled, and whether you need a VPN.</source>
        <translation>没有名为“%1”的主机。请检查拼写，以及是否需要 VPN。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check your network, or whether you need a VPN.</source>
        <translation>无法连接到 %1。请检查网络，或是否需要 VPN。</translation>
    </message>
    <message>
        <source>%1 answers, but there is no Krateyard relay at this address. Check the link, the port, and whether it begins with https.</source>
        <translation>%1 有应答，但该地址上没有 Krateyard 中继。请检查链接、端口，以及是否以 https 开头。</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>与 %1 的连接已中断。</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2.</source>
        <translation>与 %1 的连接已中断：%2。</translation>
    </message>
    <message>
        <source>The relay lets in only who has an invite. Ask an owner of the yard for a link.</source>
        <translation>中继只允许受邀者进入。请向 Yard 的所有者索取链接。</translation>
    </message>
    <message>
        <source>The relay does not take your invite: it may have expired or been revoked. Ask an owner of the yard for a new link.</source>
        <translation>中继不接受您的邀请：它可能已过期或被撤销。请向 Yard 的所有者索取新链接。</translation>
    </message>
    <message>
        <source>Your invite is not for the yard “%1”. Ask one of its owners for a link.</source>
        <translation>您的邀请不适用于 Yard“%1”。请向其所有者索取链接。</translation>
    </message>
    <message>
        <source>The relay asks to come back later: it is starting anew, or full.</source>
        <translation>中继请您稍后再试：它正在重启或已满。</translation>
    </message>
    <message>
        <source>The relay is being shut down.</source>
        <translation>中继正在关闭。</translation>
    </message>
    <message>
        <source>The relay takes nothing as large as this yard. Ask who runs it for a higher limit.</source>
        <translation>中继不接受如此大的 Yard。请向其运营者申请更高的上限。</translation>
    </message>
    <message>
        <source>The relay ended the connection: %1.</source>
        <translation>中继结束了连接：%1。</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>connecting · try %1</source>
        <translation>正在连接 · 第 %1 次尝试</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>offline · try %1 in %2 s</source>
        <translation>离线 · %2 秒后第 %1 次尝试</translation>
    </message>
    <message>
        <source>offline · try %1</source>
        <translation>离线 · 第 %1 次尝试</translation>
    </message>
    <message>
        <source>This yard is on this machine only.</source>
        <translation>此 Yard 只在本机上。</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接到 %1</translation>
    </message>
    <message>
        <source>Live at %1. You are a viewer: you see everything and change nothing.</source>
        <translation>在 %1 上实时同步。您是查看者：可以看到一切，但不能更改。</translation>
    </message>
    <message>
        <source>Live at %1: what you change is there for everybody.</source>
        <translation>在 %1 上实时同步：您的更改对所有人可见。</translation>
    </message>
    <message>
        <source>idle %1m</source>
        <translation>空闲 %1 分钟</translation>
    </message>
    <message>
        <source>idle %1h</source>
        <translation>空闲 %1 小时</translation>
    </message>
    <message>
        <source>in the yard</source>
        <translation>在 Yard 中</translation>
    </message>
    <message>
        <source>active in %1</source>
        <translation>活跃于 %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1、%2 和 %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n others</source>
        <translation>
            <numerusform>%1、%2 和其他 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Your sign-in to “%1” ends at %2. Sign in at %3 again to go on.</source>
        <translation>您在“%1”的登录将于 %2 结束。请在 %3 重新登录以继续。</translation>
    </message>
    <message>
        <source>Context “%1”: %2 did not accept your sign-in. Sign in there again.</source>
        <translation>上下文“%1”：%2 未接受您的登录。请在那里重新登录。</translation>
    </message>
    <message>
        <source>Type the relay&apos;s address. It looks like relay.example.org.</source>
        <translation>请输入中继的地址，形如 relay.example.org。</translation>
    </message>
    <message>
        <source>%1 is reached without TLS: everybody in between could take your sign-in. Use its https:// address.</source>
        <translation>到 %1 的连接没有 TLS：中间的任何人都可能窃取您的登录。请使用它的 https:// 地址。</translation>
    </message>
    <message>
        <source>%1, or the provider that it signs in with, does not answer (%2). Is the address right, is the network or VPN up?</source>
        <translation>%1 或其登录提供方没有应答（%2）。地址是否正确，网络或 VPN 是否已连接？</translation>
    </message>
    <message>
        <source>%1 has no sign-in by browser. Ask who runs it for an API key.</source>
        <translation>%1 不支持浏览器登录。请向其运营者索取 API 密钥。</translation>
    </message>
    <message>
        <source>%1 answers, but serves no clusters. Ask who runs it to switch on its gateway.</source>
        <translation>%1 有应答，但不提供集群。请让其运营者启用网关。</translation>
    </message>
    <message>
        <source>Your sign-in would go over a connection without TLS, so nothing was sent (%1).</source>
        <translation>您的登录会经过没有 TLS 的连接，因此什么都没有发送（%1）。</translation>
    </message>
    <message>
        <source>%1 did not take your sign-in. Try again, or with another account or key.</source>
        <translation>%1 未接受您的登录。请重试，或换用其他账户或密钥。</translation>
    </message>
    <message>
        <source>%1 knows who you are, but you may not use its clusters (%2). Ask who runs it for the right group.</source>
        <translation>%1 认得您，但您无权使用其集群（%2）。请向其运营者申请相应的组。</translation>
    </message>
    <message>
        <source>Nobody came back from the browser within five minutes. Try again.</source>
        <translation>五分钟内没有从浏览器返回。请重试。</translation>
    </message>
    <message>
        <source>What %1 answers makes no sense (%2). Is it a Krateyard relay, and is nothing in between?</source>
        <translation>%1 的应答无法理解（%2）。它是 Krateyard 中继吗？中间是否有别的东西？</translation>
    </message>
    <message>
        <source>You are not signed in at %1. Sign in to see its clusters.</source>
        <translation>您尚未登录 %1。登录后才能看到它的集群。</translation>
    </message>
    <message>
        <source>Your sign-in at %1 has ended. Sign in again.</source>
        <translation>您在 %1 的登录已结束。请重新登录。</translation>
    </message>
    <message>
        <source>%1 does not take your API key any more. Ask for another, or sign in otherwise.</source>
        <translation>%1 不再接受您的 API 密钥。请索取新的密钥，或以其他方式登录。</translation>
    </message>
</context>
<context>
    <name>workspace::AccessList</name>
    <message>
        <source>Filter by kind, or can:create</source>
        <translation>按类型或 can:create 筛选</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s)</source>
        <translation>
            <numerusform>%Ln 个类型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>显示 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>the server does not list all rules: what is in view is asked one by one</source>
        <translation>服务器未列出所有规则：将逐个查询当前可见的内容</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>%1 has no %2</source>
        <translation>%1 没有 %2 操作</translation>
    </message>
    <message>
        <source>You may %1 %2. Click again: who else may?</source>
        <translation>您可以 %1 %2。再次单击：还有谁可以？</translation>
    </message>
    <message>
        <source>You may not %1 %2. Click again: who may?</source>
        <translation>您无权 %1 %2。再次单击：谁可以？</translation>
    </message>
    <message>
        <source>You may %1 some %2: %3</source>
        <translation>您可以 %1 部分 %2：%3</translation>
    </message>
    <message>
        <source>Not known yet whether you may %1 %2</source>
        <translation>尚不清楚您是否可以 %1 %2</translation>
    </message>
    <message>
        <source>No kinds are known</source>
        <translation>没有已知的类型</translation>
    </message>
    <message>
        <source>The cluster named none of the kinds that it has.</source>
        <translation>集群未列出其任何类型。</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln kind(s) fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln 个类型均不符合筛选条件。按 Esc 清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is allowed</source>
        <translation>没有允许的操作</translation>
    </message>
</context>
<context>
    <name>workspace::AccessModel</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>workspace::ActionCenter</name>
    <message>
        <source>This context is read-only</source>
        <translation>此上下文为只读</translation>
    </message>
    <message>
        <source>Nothing can be done to this</source>
        <translation>没有可对其执行的操作</translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>workspace::ActionForm</name>
    <message>
        <source>Replicas</source>
        <translation>副本数</translation>
    </message>
    <message>
        <source>Own grace period, in seconds:</source>
        <translation>自定义宽限期（秒）：</translation>
    </message>
    <message>
        <source>Grace period in seconds</source>
        <translation>宽限期（秒）</translation>
    </message>
    <message>
        <source>goes too, in the background</source>
        <translation>在后台一并删除</translation>
    </message>
    <message>
        <source>goes first</source>
        <translation>先行删除</translation>
    </message>
    <message>
        <source>stays, without an owner</source>
        <translation>保留，但不再有所有者</translation>
    </message>
    <message>
        <source>Force: forget it at once, even if its node is gone</source>
        <translation>强制：立即移除其记录，即使其节点已失联</translation>
    </message>
    <message>
        <source>What it owns</source>
        <translation>其拥有的对象</translation>
    </message>
    <message>
        <source>Also pods with local data (emptyDir): it is lost</source>
        <translation>包括有本地数据 (emptyDir) 的 Pod：数据将丢失</translation>
    </message>
    <message>
        <source>Also pods that nothing will start again</source>
        <translation>包括不会被重新启动的 Pod</translation>
    </message>
    <message>
        <source>key=value, a line each; key- takes it away</source>
        <translation>key=value，每行一个；key- 表示移除</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>注解</translation>
    </message>
    <message>
        <source>%1 (init)</source>
        <translation>%1 (init)</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>尚未更改任何内容。</translation>
    </message>
    <message>
        <source>An image needs a name.</source>
        <translation>镜像需要名称。</translation>
    </message>
    <message>
        <source>The rollout is paused: resume it first.</source>
        <translation>上线已暂停：请先恢复上线。</translation>
    </message>
    <message>
        <source>There is no earlier revision to go back to.</source>
        <translation>没有可以回滚到的更早修订版本。</translation>
    </message>
    <message>
        <source>This is the revision in use.</source>
        <translation>这是当前使用的修订版本。</translation>
    </message>
    <message>
        <source>“%1” cannot be a key: %2</source>
        <translation>“%1”不能作为键：%2</translation>
    </message>
    <message>
        <source>“%1” cannot be a label&apos;s value: %2</source>
        <translation>“%1”不能作为标签的值：%2</translation>
    </message>
    <message>
        <source>“%1”: write key=value, or key- to take it away.</source>
        <translation>“%1”：请写成 key=value，或用 key- 移除。</translation>
    </message>
    <message>
        <source>Revision %L1</source>
        <translation>修订版本 %L1</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>What going back would change</source>
        <translation>回滚将带来的更改</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
</context>
<context>
    <name>workspace::ActionPanel</name>
    <message>
        <source>Take it back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The same with kubectl</source>
        <translation>等效的 kubectl 命令</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>确认</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more like it</source>
        <translation>
            <numerusform>… 另有 %Ln 个类似对象</numerusform>
        </translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1？</translation>
    </message>
    <message>
        <source>Looking at the objects and at what you may do…</source>
        <translation>正在检查对象和您的权限…</translation>
    </message>
    <message>
        <source>Type “%1” to go on:</source>
        <translation>输入“%1”以继续：</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%L1 of %L2 done</source>
        <translation>已完成 %L1 / %L2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held back by a disruption budget</source>
        <translation>
            <numerusform>%Ln 个被干扰预算阻止</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>PRODUCTION  ·  %1</source>
        <translation>生产环境  ·  %1</translation>
    </message>
</context>
<context>
    <name>workspace::ActionPlan</name>
    <message>
        <source>%1 %2 %3 in %4</source>
        <comment>verb, kind, name, cluster</comment>
        <translation>%1 %4 中的 %2 %3</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>对象</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln %2 in %3</source>
        <comment>verb, number, kinds, cluster</comment>
        <translation>
            <numerusform>%1 %3 中的 %Ln 个 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not know the kind %2.</source>
        <translation>%1 没有类型 %2。</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>未选择任何内容。</translation>
    </message>
</context>
<context>
    <name>workspace::ActionRows</name>
    <message>
        <source>stays: the kubelet runs it from a file</source>
        <translation>保留：由 kubelet 根据文件运行</translation>
    </message>
    <message>
        <source>stays: belongs to a DaemonSet</source>
        <translation>保留：属于 DaemonSet</translation>
    </message>
    <message>
        <source>stays, unless forced: nothing would start it again</source>
        <translation>保留，除非强制：不会被重新启动</translation>
    </message>
    <message>
        <source>stays, unless its local data may be lost</source>
        <translation>保留，除非允许丢失其本地数据</translation>
    </message>
    <message numerus="yes">
        <source>now %Ln replicas</source>
        <translation>
            <numerusform>当前 %Ln 个副本</numerusform>
        </translation>
    </message>
    <message>
        <source>now paused</source>
        <translation>当前已暂停</translation>
    </message>
    <message>
        <source>now suspended</source>
        <translation>当前已挂起</translation>
    </message>
    <message>
        <source>now running as scheduled</source>
        <translation>当前按计划运行</translation>
    </message>
    <message>
        <source>is being deleted already</source>
        <translation>已在删除中</translation>
    </message>
</context>
<context>
    <name>workspace::ActionRun</name>
    <message>
        <source>Nothing to change.</source>
        <translation>没有需要更改的内容。</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>发送前已取消。</translation>
    </message>
    <message>
        <source>Stays: belongs to a DaemonSet.</source>
        <translation>保留：属于 DaemonSet。</translation>
    </message>
    <message>
        <source>Stays: the kubelet runs it from a file.</source>
        <translation>保留：由 kubelet 根据文件运行。</translation>
    </message>
    <message>
        <source>Left alone: nothing would start it again.</source>
        <translation>未处理：不会被重新启动。</translation>
    </message>
    <message>
        <source>Left alone: its local data would be lost.</source>
        <translation>未处理：其本地数据将丢失。</translation>
    </message>
    <message>
        <source>Terminating…</source>
        <translation>正在终止…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pods were not evicted.</source>
        <translation>
            <numerusform>%Ln 个 Pod 未被驱逐。</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken; waiting for the controller…</source>
        <translation>已接受；正在等待控制器…</translation>
    </message>
    <message>
        <source>Was deleted meanwhile.</source>
        <translation>期间已被删除。</translation>
    </message>
    <message>
        <source>The rollout is paused.</source>
        <translation>上线已暂停。</translation>
    </message>
    <message>
        <source>Waiting for the controller…</source>
        <translation>正在等待控制器…</translation>
    </message>
    <message>
        <source>%L1 of %L2 pods are new</source>
        <translation>%L2 个 Pod 中有 %L1 个已更新</translation>
    </message>
    <message numerus="yes">
        <source>%Ln old pods still have to go</source>
        <translation>
            <numerusform>还有 %Ln 个旧 Pod 待移除</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 new pods are available</source>
        <translation>%L2 个新 Pod 中有 %L1 个可用</translation>
    </message>
    <message>
        <source>%L1 of %L2 pods above the partition are new</source>
        <translation>分区以上的 %L2 个 Pod 中有 %L1 个已更新</translation>
    </message>
    <message>
        <source>The rollout is stuck: its progress deadline is exceeded.</source>
        <translation>上线停滞：已超过进度期限。</translation>
    </message>
    <message>
        <source>Rolled out</source>
        <translation>上线完成</translation>
    </message>
</context>
<context>
    <name>workspace::Apply</name>
    <message>
        <source>Document at line %1</source>
        <translation>第 %1 行的文档</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>will change</source>
        <translation>将更改</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未更改</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>new, not checked</source>
        <translation>新建，未检查</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未执行到</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Nothing can be applied to %1 yet.</source>
        <translation>目前还没有可应用到 %1 的内容。</translation>
    </message>
    <message>
        <source>Nothing would change in %1.</source>
        <translation>%1 中不会有任何更改。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s) to %1: %2?</source>
        <translation>
            <numerusform>将 %n 处更改应用到 %1：%2？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n applied</source>
        <translation>
            <numerusform>已应用 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n 个被拒绝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not reached</source>
        <translation>
            <numerusform>%n 个未执行到</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no field “%1” here. Remove it, or correct its name.</source>
        <translation>此处没有字段“%1”。请删除它或更正其名称。</translation>
    </message>
    <message>
        <source>There is no field “%1” here. Did you mean “%2”?</source>
        <translation>此处没有字段“%1”。您是指“%2”吗？</translation>
    </message>
    <message>
        <source>“%1” must be a string: put the value into quotes.</source>
        <translation>“%1”必须是字符串：请给值加上引号。</translation>
    </message>
    <message>
        <source>“%1” must be of the type %2.</source>
        <translation>“%1”的类型必须是 %2。</translation>
    </message>
    <message>
        <source>“%1” is required: add it.</source>
        <translation>“%1”是必需的：请添加。</translation>
    </message>
    <message>
        <source>“%1” must be one of: %2.</source>
        <translation>“%1”必须是以下之一：%2。</translation>
    </message>
</context>
<context>
    <name>workspace::ApplyJournal</name>
    <message>
        <source>Fields of it belong to others.</source>
        <translation>其中有字段归他人管理。</translation>
    </message>
    <message>
        <source>The cluster refused what was written.</source>
        <translation>集群拒绝了所写内容。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
</context>
<context>
    <name>workspace::AskPanel</name>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>workspace::AssistDriver</name>
    <message>
        <source>There are no suggestions here.</source>
        <translation>此处没有建议。</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1，必填</translation>
    </message>
</context>
<context>
    <name>workspace::BroadcastPanel</name>
    <message>
        <source>Type into several shells at once</source>
        <translation>同时向多个 Shell 输入</translation>
    </message>
    <message>
        <source>What is typed here goes to these shells, too, until Escape is pressed.</source>
        <translation>在按 Esc 之前，此处的输入也会发送到这些 Shell。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>%1 (production)</source>
        <translation>%1（生产环境）</translation>
    </message>
    <message>
        <source>What you type then reaches production. Type into it, too?</source>
        <translation>您随后的输入会到达生产环境。也要向其输入吗？</translation>
    </message>
    <message>
        <source>Type into production</source>
        <translation>向生产环境输入</translation>
    </message>
</context>
<context>
    <name>workspace::CanvasCommands</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Fit all krates into view</source>
        <translation>显示所有 Krate</translation>
    </message>
    <message>
        <source>Fit what is selected into view</source>
        <translation>显示所选内容</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom to the usual size</source>
        <translation>缩放到默认大小</translation>
    </message>
    <message>
        <source>Select all krates</source>
        <translation>选择所有 Krate</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>取消所有选择</translation>
    </message>
    <message>
        <source>Collapse what is selected</source>
        <translation>折叠所选内容</translation>
    </message>
    <message>
        <source>Expand what is selected</source>
        <translation>展开所选内容</translation>
    </message>
    <message>
        <source>Dismiss what is selected</source>
        <translation>关闭所选内容</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>左边缘对齐</translation>
    </message>
    <message>
        <source>Align centres, one below the other</source>
        <translation>中心对齐，上下排列</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>右边缘对齐</translation>
    </message>
    <message>
        <source>Align top edges</source>
        <translation>上边缘对齐</translation>
    </message>
    <message>
        <source>Align middles, one beside the other</source>
        <translation>中线对齐，左右排列</translation>
    </message>
    <message>
        <source>Align bottom edges</source>
        <translation>下边缘对齐</translation>
    </message>
    <message>
        <source>Distribute from left to right</source>
        <translation>从左到右均匀分布</translation>
    </message>
    <message>
        <source>Distribute from top to bottom</source>
        <translation>从上到下均匀分布</translation>
    </message>
    <message>
        <source>Tidy what is selected, or all krates</source>
        <translation>整理所选内容或所有 Krate</translation>
    </message>
    <message>
        <source>Drag on the ground: select krates; with Shift more, with Ctrl the others</source>
        <translation>在空白处拖动：选择 Krate；按住 Shift 追加选择，按住 Ctrl 反转选择</translation>
    </message>
    <message>
        <source>Ctrl or Shift and click: select one more or one less</source>
        <translation>Ctrl 或 Shift 加单击：增选或减选一个</translation>
    </message>
    <message>
        <source>Alt while dragging a krate: not in line with others</source>
        <translation>拖动 Krate 时按住 Alt：不与其他 Krate 对齐</translation>
    </message>
    <message>
        <source>Wheel, middle drag, or Space and drag: pan</source>
        <translation>滚轮、中键拖动或 Space 加拖动：平移</translation>
    </message>
    <message>
        <source>Ctrl and wheel, or pinch: zoom</source>
        <translation>Ctrl 加滚轮，或双指捏合：缩放</translation>
    </message>
    <message>
        <source>Go between krates, or between windows in one</source>
        <translation>在 Krate 之间，或在 Krate 内的窗口之间移动</translation>
    </message>
    <message>
        <source>Into the window of the krate</source>
        <translation>进入 Krate 的窗口</translation>
    </message>
    <message>
        <source>Shift+Esc: out of a window, out of a shell too</source>
        <translation>Shift+Esc：退出窗口，也可退出 Shell</translation>
    </message>
    <message>
        <source>Ctrl+Tab: the next window of the krate, from a shell too</source>
        <translation>Ctrl+Tab：Krate 的下一个窗口，在 Shell 中也有效</translation>
    </message>
    <message>
        <source>Select the krate that the keys are at, or not</source>
        <translation>选择或取消选择按键所在的 Krate</translation>
    </message>
    <message>
        <source>Move the krate or what is selected a little</source>
        <translation>将 Krate 或所选内容移动少许</translation>
    </message>
    <message>
        <source>Pan with the keys</source>
        <translation>用按键平移</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>workspace::CanvasMenus</name>
    <message numerus="yes">
        <source>%Ln krates</source>
        <translation>
            <numerusform>%Ln 个 Krate</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>workspace::CanvasParts</name>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>最小化</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show in its own window</source>
        <translation>在独立窗口中显示</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>移回 Yard</translation>
    </message>
    <message>
        <source>Back to the yard</source>
        <translation>返回 Yard</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>最大化</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>More views</source>
        <translation>更多视图</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Usual zoom</source>
        <translation>默认缩放</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show all krates</source>
        <translation>显示所有 Krate</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>1 comment</source>
        <translation>1 条评论</translation>
    </message>
    <message numerus="yes">
        <source>%Ln comments</source>
        <translation>
            <numerusform>%Ln 条评论</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, some of them new</source>
        <translation>%1，其中有新的</translation>
    </message>
</context>
<context>
    <name>workspace::CanvasTree</name>
    <message>
        <source>Minimap</source>
        <translation>小地图</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message numerus="yes">
        <source>%Ln windows</source>
        <translation>
            <numerusform>%Ln 个窗口</numerusform>
        </translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Shown in its own window</source>
        <translation>在独立窗口中显示</translation>
    </message>
    <message numerus="yes">
        <source>%Ln krates</source>
        <translation>
            <numerusform>%Ln 个 Krate</numerusform>
        </translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>workspace::Changes</name>
    <message numerus="yes">
        <source>and %n more field(s)</source>
        <translation>
            <numerusform>另有 %n 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(无)</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n 个字段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older change(s) are not kept.</source>
        <translation>
            <numerusform>%n 处更早的更改未保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen since %1, when this object was opened.</source>
        <translation>自 %1 打开此对象时开始观察。</translation>
    </message>
</context>
<context>
    <name>workspace::ChangesContent</name>
    <message>
        <source>No change since %1</source>
        <translation>自 %1 以来没有更改</translation>
    </message>
    <message>
        <source>That is when this window was opened. What changes from now on appears here by itself, field by field.</source>
        <translation>此窗口是在那时打开的。此后的更改会逐个字段自动出现在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of %1 %2</source>
        <translation>
            <numerusform>%1 %2 的 %n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of %1 %2</source>
        <translation>%1 %2 的更改</translation>
    </message>
</context>
<context>
    <name>workspace::CodeEditor</name>
    <message>
        <source>YAML editor</source>
        <translation>YAML 编辑器</translation>
    </message>
</context>
<context>
    <name>workspace::CodeText</name>
    <message>
        <source>YAML allows no tabs for indentation: pasted tabs were turned into spaces.</source>
        <translation>YAML 不允许用制表符缩进：粘贴的制表符已转换为空格。</translation>
    </message>
    <message>
        <source>There are no problems.</source>
        <translation>没有问题。</translation>
    </message>
</context>
<context>
    <name>workspace::CollectionContent</name>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>显示 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not list %1 in all namespaces</source>
        <translation>您无权列出所有命名空间中的 %1</translation>
    </message>
    <message>
        <source>You may not list %1 here</source>
        <translation>您无权在此列出 %1</translation>
    </message>
    <message>
        <source>%1 cannot be listed</source>
        <translation>无法列出 %1</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>There are no %1</source>
        <translation>没有 %1</translation>
    </message>
    <message>
        <source>There are no %1 in %2</source>
        <translation>%2 中没有 %1</translation>
    </message>
    <message>
        <source>New ones appear here by themselves.</source>
        <translation>新对象会自动出现在这里。</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln objects fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln 个对象均不符合筛选条件。按 Esc 清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>no access to %1</source>
        <translation>无权访问 %1</translation>
    </message>
    <message>
        <source>Choose namespaces that you have access to: the button above, or Alt+N.</source>
        <translation>请选择您有权访问的命名空间：使用上方按钮或 Alt+N。</translation>
    </message>
    <message>
        <source>Filter: web  ns:pay  status:failed  label:app=x  re:/…/  -word</source>
        <translation>筛选：web  ns:pay  status:failed  label:app=x  re:/…/  -词</translation>
    </message>
</context>
<context>
    <name>workspace::CollectionModel</name>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message numerus="yes">
        <source>%L1, %Ln failing</source>
        <translation>
            <numerusform>%L1，%Ln 个故障</numerusform>
        </translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>MEM</source>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>workspace::Columns</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Up-to-date</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Desired</source>
        <translation>期望</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Completions</source>
        <translation>完成数</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Last Schedule</source>
        <translation>上次调度</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>workspace::CommandPanel</name>
    <message>
        <source>Run a command</source>
        <translation>运行命令</translation>
    </message>
    <message>
        <source>It runs in the container in place of the shell, without one.</source>
        <translation>它在容器中代替 Shell 直接运行，不经过 Shell。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>workspace::CommentDesk</name>
    <message>
        <source>Go to the next comment that is new</source>
        <translation>转到下一条新评论</translation>
    </message>
    <message>
        <source>Yards</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Comments of removed krates</source>
        <translation>已移除的 Krate 的评论</translation>
    </message>
    <message>
        <source>%1 mentions you at %2: “%3”</source>
        <translation>%1 在 %2 提到了您：“%3”</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>workspace::CommentEntry</name>
    <message>
        <source>People to mention</source>
        <translation>可提及的人</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>写评论</translation>
    </message>
    <message>
        <source>Write a comment. @ mentions a person.</source>
        <translation>写评论。用 @ 提及他人。</translation>
    </message>
</context>
<context>
    <name>workspace::CommentPanel</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Comments on %1</source>
        <translation>%1 的评论</translation>
    </message>
    <message>
        <source>Comments of removed krates</source>
        <translation>已移除的 Krate 的评论</translation>
    </message>
    <message>
        <source>Nothing was written to krates that are gone.</source>
        <translation>已不存在的 Krate 没有评论。</translation>
    </message>
    <message>
        <source>Nobody has written to this krate yet. Everybody in the yard can read what you write.</source>
        <translation>还没有人评论此 Krate。您写的内容，Yard 中的所有人都能看到。</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln earlier</source>
        <translation>
            <numerusform>显示更早的 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>A krate without a name</source>
        <translation>未命名的 Krate</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this comment</source>
        <translation>删除此评论</translation>
    </message>
    <message>
        <source>Deleted. Undo on the yard brings it back.</source>
        <translation>已删除。在 Yard 上撤销即可恢复。</translation>
    </message>
    <message>
        <source>You are a viewer of this yard: you may read, not write.</source>
        <translation>您只是此 Yard 的查看者：可以阅读，不能书写。</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1/%2 个字符</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter begins a new line.</source>
        <translation>Enter 发送，Shift+Enter 换行。</translation>
    </message>
</context>
<context>
    <name>workspace::CommentText</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>workspace::Comments</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 天前</translation>
    </message>
</context>
<context>
    <name>workspace::CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>workspace::ConflictList</name>
    <message>
        <source>Others own these fields. Take over those that are to be as you wrote them; the rest stays as the others want it.</source>
        <translation>这些字段归他人管理。请接管应按您所写设置的字段；其余字段保持他人的设置。</translation>
    </message>
    <message>
        <source>Take over %1 from %2</source>
        <translation>从 %2 接管 %1</translation>
    </message>
    <message>
        <source>Leave them all to their owners</source>
        <translation>全部留给原管理者</translation>
    </message>
</context>
<context>
    <name>workspace::ContentMaker</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>无上下文</translation>
    </message>
    <message>
        <source>You have no context for this cluster. Ask who works with it for access, and add the context to your kubeconfig, open another kubeconfig with the command “Open a kubeconfig”, or use one of your team&apos;s relays with the command “Add clusters through a relay…”: then this opens by itself.</source>
        <translation>您没有该集群的上下文。请向使用它的人申请访问权限，把上下文添加到您的 kubeconfig，用命令“打开 kubeconfig”打开另一个，或用命令“通过中继添加集群…”使用团队的中继：之后这里会自动打开。</translation>
    </message>
    <message>
        <source>You have no context “%1”. Add it, for example with kubectl config set-context, open another kubeconfig with the command “Open a kubeconfig”, or use one of your team&apos;s relays with the command “Add clusters through a relay…”: then this opens by itself.</source>
        <translation>您没有上下文“%1”。请添加它，例如用 kubectl config set-context，用命令“打开 kubeconfig”打开另一个 kubeconfig，或用命令“通过中继添加集群…”使用团队的中继：之后这里会自动打开。</translation>
    </message>
</context>
<context>
    <name>workspace::CopyPanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>本机路径</translation>
    </message>
    <message>
        <source>In the container</source>
        <translation>容器内路径</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Copy to %1 %2 in %3</source>
        <translation>复制到 %3 中的 %1 %2</translation>
    </message>
    <message>
        <source>Copy from %1 %2 in %3</source>
        <translation>从 %3 中的 %1 %2 复制</translation>
    </message>
    <message>
        <source>Looking for the pod…</source>
        <translation>正在查找 Pod…</translation>
    </message>
    <message>
        <source>Pod %1. A folder is copied with everything in it.</source>
        <translation>Pod %1。复制文件夹时会包含其中的所有内容。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files copied</source>
        <translation>
            <numerusform>已复制 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>已略过：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>workspace::CopyText</name>
    <message>
        <source>The container has no shell, so nothing can be copied into it. Use a debug container instead.</source>
        <translation>容器没有 Shell，因此无法向其中复制内容。请改用调试容器。</translation>
    </message>
    <message>
        <source>The container has no tar, which a folder needs. Copy single files instead.</source>
        <translation>容器没有复制文件夹所需的 tar。请改为逐个复制文件。</translation>
    </message>
    <message>
        <source>The container has no file or folder %1.</source>
        <translation>容器中没有文件或文件夹 %1。</translation>
    </message>
    <message>
        <source>The container has no folder %1. Give one that exists.</source>
        <translation>容器中没有文件夹 %1。请指定一个已存在的文件夹。</translation>
    </message>
    <message>
        <source>This computer cannot read or write %1.</source>
        <translation>本机无法读取或写入 %1。</translation>
    </message>
    <message>
        <source>%1 became shorter while it was copied. Try again.</source>
        <translation>%1 在复制过程中变短了。请重试。</translation>
    </message>
    <message>
        <source>The folder holds more than %1 files. Copy its parts.</source>
        <translation>文件夹中的文件超过 %1 个。请分批复制。</translation>
    </message>
    <message>
        <source>The connection ended before everything was copied. Try again.</source>
        <translation>连接在复制完成之前断开。请重试。</translation>
    </message>
    <message>
        <source>The container sent something that is no archive: %1.</source>
        <translation>容器发送的内容不是归档文件：%1。</translation>
    </message>
    <message>
        <source>The container sent a path that leads out of the folder (%1), so the copy was stopped. Do not trust this container.</source>
        <translation>容器发送的路径指向文件夹之外 (%1)，复制已中止。请勿信任此容器。</translation>
    </message>
    <message>
        <source>The command in the container failed: %1</source>
        <translation>容器中的命令失败：%1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation>%1 / 约 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>workspace::DebugPanel</name>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>waits for a shell</source>
        <translation>等待打开 Shell</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Privileged pod on the node</source>
        <translation>节点上的特权 Pod</translation>
    </message>
    <message>
        <source>Shell on node %1 in %2</source>
        <translation>%2 中节点 %1 上的 Shell</translation>
    </message>
    <message>
        <source>The pod may do anything on the node. It ends by itself after 12 hours.</source>
        <translation>此 Pod 可以在节点上执行任何操作。12 小时后自动结束。</translation>
    </message>
    <message>
        <source>Debug pod %1 in %2</source>
        <translation>调试 %2 中的 Pod %1</translation>
    </message>
    <message>
        <source>Looking at the pod…</source>
        <translation>正在检查 Pod…</translation>
    </message>
    <message>
        <source>Another container in this pod</source>
        <translation>在此 Pod 中添加容器</translation>
    </message>
    <message>
        <source>A copy of the pod</source>
        <translation>Pod 的副本</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>原有镜像</translation>
    </message>
    <message>
        <source>It stays listed in the pod until the pod goes, but ends when you take it away.</source>
        <translation>它会一直列在 Pod 中，直到 Pod 被删除，但移除时会停止运行。</translation>
    </message>
    <message>
        <source>The copy has no owner, labels or probes, so no service leads to it.</source>
        <translation>副本没有所有者、标签或探针，因此没有 Service 指向它。</translation>
    </message>
    <message>
        <source>The copy has no owner, labels or probes, so no service leads to it. This cluster takes no ephemeral containers.</source>
        <translation>副本没有所有者、标签或探针，因此没有 Service 指向它。此集群不支持临时容器。</translation>
    </message>
    <message>
        <source>The cluster is not there now. Try again.</source>
        <translation>集群目前不可用。请重试。</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Debug pods in %1</source>
        <translation>%1 中的调试 Pod</translation>
    </message>
    <message>
        <source>Looking for what remains…</source>
        <translation>正在查找遗留内容…</translation>
    </message>
    <message>
        <source>Nothing remains.</source>
        <translation>没有遗留内容。</translation>
    </message>
    <message numerus="yes">
        <source>Take away %Ln</source>
        <translation>
            <numerusform>移除 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave there</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>What was made for debugging is still there</source>
        <translation>为调试创建的内容仍然存在</translation>
    </message>
</context>
<context>
    <name>workspace::DebugText</name>
    <message>
        <source>This cluster is older than Kubernetes 1.23 and takes no ephemeral containers. Make a copy of the pod instead.</source>
        <translation>此集群的版本低于 Kubernetes 1.23，不支持临时容器。请改为创建 Pod 的副本。</translation>
    </message>
    <message>
        <source>The container does not start: %1. Try another image or command.</source>
        <translation>容器无法启动：%1。请尝试其他镜像或命令。</translation>
    </message>
    <message>
        <source>Making it…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>Waiting for %1 to start…</source>
        <translation>正在等待 %1 启动…</translation>
    </message>
    <message>
        <source>%1 runs.</source>
        <translation>%1 正在运行。</translation>
    </message>
    <message>
        <source>Taking it away…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>It is gone.</source>
        <translation>已移除。</translation>
    </message>
    <message>
        <source>container %1 of pod %2 in %3</source>
        <translation>%3 中 Pod %2 的容器 %1</translation>
    </message>
    <message>
        <source>pod %1 in %2</source>
        <translation>%2 中的 Pod %1</translation>
    </message>
</context>
<context>
    <name>workspace::DeferredContent</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>workspace::Describe</name>
    <message>
        <source>Health: %1</source>
        <translation>健康状况：%1</translation>
    </message>
    <message>
        <source>Last log line:</source>
        <translation>最后一行日志：</translation>
    </message>
</context>
<context>
    <name>workspace::DescribeContent</name>
    <message>
        <source>Description of %1 %2</source>
        <translation>%1 %2 的描述</translation>
    </message>
</context>
<context>
    <name>workspace::DetachedWindow</name>
    <message>
        <source>Bring it back</source>
        <translation>移回 Yard</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Shows it on the yard again (Alt+W)</source>
        <translation>重新在 Yard 上显示 (Alt+W)</translation>
    </message>
</context>
<context>
    <name>workspace::DiffPane</name>
    <message>
        <source>No differences</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>%1 and %2 do not differ.</source>
        <translation>%1 与 %2 没有差异。</translation>
    </message>
    <message numerus="yes">
        <source>%n lines added</source>
        <translation>
            <numerusform>新增 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines removed</source>
        <translation>
            <numerusform>删除 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences between %1 and %2: </source>
        <translation>%1 与 %2 的差异： </translation>
    </message>
    <message>
        <source>Change %1 of %2: before: %3; after: %4</source>
        <translation>第 %1 处更改，共 %2 处：更改前：%3；更改后：%4</translation>
    </message>
    <message>
        <source>Changes: %1</source>
        <translation>更改：%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n unchanged lines</source>
        <translation>
            <numerusform>⋯ %n 行未更改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::EditText</name>
    <message>
        <source>•••••••• (another value)</source>
        <translation>•••••••• (另一个值)</translation>
    </message>
</context>
<context>
    <name>workspace::EventContent</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln 条警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>显示 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not see the events of all namespaces</source>
        <translation>您无权查看所有命名空间的事件</translation>
    </message>
    <message>
        <source>The events cannot be read</source>
        <translation>无法读取事件</translation>
    </message>
    <message>
        <source>Reading events…</source>
        <translation>正在读取事件…</translation>
    </message>
    <message>
        <source>Nothing has happened lately</source>
        <translation>最近没有事件</translation>
    </message>
    <message>
        <source>Clusters forget events, mostly after an hour. New ones appear here by themselves.</source>
        <translation>集群会清除事件，通常在一小时后。新事件会自动出现在这里。</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln event(s) fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln 个事件均不符合筛选条件。按 Esc 清除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s), first %1, last %2; says %3</source>
        <translation>
            <numerusform>%Ln 次，首次 %1，最近 %2；来自 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; says %2</source>
        <translation>%1；来自 %2</translation>
    </message>
    <message>
        <source>Filter by reason, object, message</source>
        <translation>按原因、对象、消息筛选</translation>
    </message>
    <message>
        <source>×%L1 in %2</source>
        <translation>%2 内 ×%L1</translation>
    </message>
    <message>
        <source>Choose namespaces that you have access to: the button above, or Alt+N.</source>
        <translation>请选择您有权访问的命名空间：使用上方按钮或 Alt+N。</translation>
    </message>
</context>
<context>
    <name>workspace::EventModel</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>workspace::ExportDesk</name>
    <message>
        <source>Yards</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>Export the yard as a picture (PNG, SVG, PDF)</source>
        <translation>将 Yard 导出为图片 (PNG, SVG, PDF)</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Export the selected krates as a picture (PNG, SVG, PDF)</source>
        <translation>将所选 Krate 导出为图片 (PNG, SVG, PDF)</translation>
    </message>
    <message>
        <source>Export as a picture</source>
        <translation>导出为图片</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Painting the yard…</source>
        <translation>正在绘制 Yard…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation>图片位于 %1。</translation>
    </message>
</context>
<context>
    <name>workspace::ExportPainter</name>
    <message>
        <source>Not shown</source>
        <translation>未显示</translation>
    </message>
</context>
<context>
    <name>workspace::FileFeed</name>
    <message>
        <source>The file was cut: it is read from its beginning.</source>
        <translation>文件已被截断：将从头读取。</translation>
    </message>
    <message>
        <source>Another file has taken its place: it is read from its beginning.</source>
        <translation>文件已被另一个文件取代：将从头读取。</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. R tries again.</source>
        <translation>无法读取 %1：%2。按 R 重试。</translation>
    </message>
</context>
<context>
    <name>workspace::Filter</name>
    <message>
        <source>The expression is not complete</source>
        <translation>表达式不完整</translation>
    </message>
    <message>
        <source>The expression takes too long</source>
        <translation>表达式耗时过长</translation>
    </message>
</context>
<context>
    <name>workspace::FindBar</name>
    <message>
        <source>Match case (Alt+C)</source>
        <translation>区分大小写 (Alt+C)</translation>
    </message>
    <message>
        <source>Whole words (Alt+W)</source>
        <translation>全字匹配 (Alt+W)</translation>
    </message>
    <message>
        <source>Regular expression (Alt+R)</source>
        <translation>正则表达式 (Alt+R)</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>上一个匹配项 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>下一个匹配项 (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace this match (Enter)</source>
        <translation>替换此匹配项 (Enter)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Replace all matches (Ctrl+Alt+Enter)</source>
        <translation>替换所有匹配项 (Ctrl+Alt+Enter)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n 个匹配项</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no regular expression (at character %1): %2.</source>
        <translation>不是正则表达式（第 %1 个字符处）：%2。</translation>
    </message>
    <message>
        <source>Places replaced: %1</source>
        <translation>已替换：%1 处</translation>
    </message>
</context>
<context>
    <name>workspace::FirstRunPage</name>
    <message>
        <source>Welcome to Krateyard</source>
        <translation>欢迎使用 Krateyard</translation>
    </message>
    <message>
        <source>A canvas on which the objects of your clusters stand side by side: lists, YAML, logs and shells, each where you put it. Nothing is changed in a cluster unless you ask for it.</source>
        <translation>一块画布，并排呈现您集群中的对象：列表、YAML、日志和 Shell，各自位于您放置的位置。除非您要求，否则不会更改集群中的任何内容。</translation>
    </message>
    <message>
        <source>Use this context</source>
        <translation>使用此上下文</translation>
    </message>
    <message>
        <source>Open a kubeconfig…</source>
        <translation>打开 kubeconfig…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>尝试演示</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>%1   —   cluster %2, user %3</source>
        <translation>%1   —   集群 %2，用户 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n context(s) found in %1. Choose one to begin with:</source>
        <translation>
            <numerusform>在 %1 中找到 %n 个上下文。请选择启动时使用的上下文：</numerusform>
        </translation>
    </message>
    <message>
        <source>No context was found in %1.</source>
        <translation>在 %1 中未找到上下文。</translation>
    </message>
    <message>
        <source>Sign in at a relay…</source>
        <translation>在中继登录…</translation>
    </message>
    <message>
        <source>A kubeconfig file can also be dropped here. Without one, a relay of your team lets you see its clusters.</source>
        <translation>也可以把 kubeconfig 文件拖放到这里。没有的话，可以通过团队的中继查看其集群。</translation>
    </message>
    <message>
        <source>%1   —   through a relay</source>
        <translation>%1   —   通过中继</translation>
    </message>
    <message numerus="yes">
        <source>%n context(s), in %1 and through relays. Choose one to begin with:</source>
        <translation>
            <numerusform>%n 个上下文，来自 %1 和中继。请选择一个开始：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ForwardContent</name>
    <message>
        <source>Filter by object, port, cluster, state</source>
        <translation>按对象、端口、集群、状态筛选</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln forwards fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln 个转发均不符合筛选条件。按 Esc 清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>No port is forwarded</source>
        <translation>没有转发任何端口</translation>
    </message>
    <message>
        <source>Choose “Forward a port” for a pod, a service or a workload. What you forwarded stays here, to be started again.</source>
        <translation>对 Pod、Service 或工作负载选择“转发端口”。转发过的端口会保留在这里，可再次启动。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln forwards</source>
        <translation>
            <numerusform>%Ln 个转发</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln 个正在运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>复制 URL</translation>
    </message>
    <message>
        <source>Use a free port</source>
        <translation>使用空闲端口</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除记录</translation>
    </message>
    <message>
        <source>Leads to pod %1, port %2.</source>
        <translation>指向 Pod %1 的端口 %2。</translation>
    </message>
</context>
<context>
    <name>workspace::ForwardPanel</name>
    <message>
        <source>Forward</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>Port of the object</source>
        <translation>对象的端口</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>任意空闲端口</translation>
    </message>
    <message>
        <source>Local port</source>
        <translation>本地端口</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Forward a port of %1 %2 in %3</source>
        <translation>转发 %3 中 %1 %2 的端口</translation>
    </message>
    <message>
        <source>Ports of this kind cannot be forwarded.</source>
        <translation>无法转发此类型的端口。</translation>
    </message>
    <message>
        <source>Looking for its ports…</source>
        <translation>正在查找其端口…</translation>
    </message>
    <message>
        <source>It declares no TCP port. Type the number of one that it listens on.</source>
        <translation>未声明 TCP 端口。请输入其监听的端口号。</translation>
    </message>
</context>
<context>
    <name>workspace::ForwardText</name>
    <message>
        <source>Another program uses the local port %1. Choose a free one.</source>
        <translation>本地端口 %1 已被其他程序占用。请选择空闲端口。</translation>
    </message>
    <message>
        <source>This computer does not let Krateyard listen there: %1. Choose another local port.</source>
        <translation>本机不允许 Krateyard 在此监听：%1。请选择其他本地端口。</translation>
    </message>
    <message>
        <source>%1 is not there. It goes on when the object comes back.</source>
        <translation>%1 不存在。对象恢复后会继续转发。</translation>
    </message>
    <message>
        <source>%1 selects no pods. Forward to a pod or a workload instead.</source>
        <translation>%1 未选择任何 Pod。请改为转发到 Pod 或工作负载。</translation>
    </message>
    <message>
        <source>%1 has no pod that is ready. It goes on when there is one.</source>
        <translation>%1 没有就绪的 Pod。有就绪的 Pod 后会继续转发。</translation>
    </message>
    <message>
        <source>%1 has no port %2. Give the number of a port.</source>
        <translation>%1 没有端口 %2。请指定端口号。</translation>
    </message>
    <message>
        <source>%1 has no port %2. It has %3.</source>
        <translation>%1 没有端口 %2。可用端口：%3。</translation>
    </message>
    <message>
        <source>Port %1 is not TCP: only TCP can be forwarded.</source>
        <translation>端口 %1 不是 TCP：只能转发 TCP。</translation>
    </message>
    <message>
        <source>Nothing in the pod listens on this port. Choose another, or start what should listen.</source>
        <translation>Pod 中没有程序监听此端口。请选择其他端口，或启动应监听的程序。</translation>
    </message>
    <message>
        <source>The pod refused the last connection: %1</source>
        <translation>Pod 拒绝了最近一次连接：%1</translation>
    </message>
    <message>
        <source>Waiting for the cluster</source>
        <translation>正在等待集群</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>正在监听</translation>
    </message>
    <message numerus="yes">
        <source>Live, %Ln connections</source>
        <translation>
            <numerusform>实时，%Ln 个连接</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>正在等待服务器</translation>
    </message>
    <message>
        <source>Waiting for a pod</source>
        <translation>正在等待 Pod</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>workspace::Freshness</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Stale · heard %1 ago</source>
        <translation>已过时 · %1 前收到</translation>
    </message>
</context>
<context>
    <name>workspace::GroupActions</name>
    <message>
        <source>Move krate</source>
        <translation>移动 Krate</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln krates</source>
        <translation>
            <numerusform>移动 %Ln 个 Krate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Align %Ln krates</source>
        <translation>
            <numerusform>对齐 %Ln 个 Krate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Distribute %Ln krates</source>
        <translation>
            <numerusform>均匀分布 %Ln 个 Krate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tidy %Ln krates</source>
        <translation>
            <numerusform>整理 %Ln 个 Krate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Minimise %Ln krates</source>
        <translation>
            <numerusform>最小化 %Ln 个 Krate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expand %Ln krates</source>
        <translation>
            <numerusform>展开 %Ln 个 Krate</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss krate</source>
        <translation>关闭 Krate</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %Ln krates</source>
        <translation>
            <numerusform>关闭 %Ln 个 Krate</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Health</name>
    <message numerus="yes">
        <source>%n node(s) not ready</source>
        <translation>
            <numerusform>%n 个节点未就绪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failing</source>
        <translation>
            <numerusform>%Ln 个故障</numerusform>
        </translation>
    </message>
    <message>
        <source>The nodes may not be seen.</source>
        <translation>您无权查看节点。</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), all ready.</source>
        <translation>
            <numerusform>%n 个节点，全部就绪。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) not ready.</source>
        <translation>
            <numerusform>%n 个节点中有 %1 个未就绪。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) cordoned.</source>
        <translation>
            <numerusform>%n 个节点已停止调度。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only nodes are counted while nothing of this cluster is open.</source>
        <translation>未打开此集群的任何内容时，只统计节点。</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln object(s) that are open here is in trouble.</source>
        <translation>
            <numerusform>此处打开的 %Ln 个对象均无问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %Ln object(s) that are open here: %1.</source>
        <translation>
            <numerusform>此处打开的 %Ln 个对象中：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not open is not counted.</source>
        <translation>未打开的内容不计入。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replica(s) are available.</source>
        <translation>
            <numerusform>%n 个副本中有 %1 个可用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A rollout is under way: %1 of %n replica(s) so far.</source>
        <translation>
            <numerusform>正在上线：目前已完成 %n 个副本中的 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rollout got stuck: %1 of %n replica(s) are available and its deadline has passed.</source>
        <translation>
            <numerusform>上线停滞：%n 个副本中有 %1 个可用，且已超过期限。</numerusform>
        </translation>
    </message>
    <message>
        <source>A quota of the namespace forbids more pods.</source>
        <translation>命名空间的配额不允许创建更多 Pod。</translation>
    </message>
    <message>
        <source>The cluster refuses to make its pods.</source>
        <translation>集群拒绝创建其 Pod。</translation>
    </message>
    <message>
        <source>Its pods cannot be made.</source>
        <translation>无法创建其 Pod。</translation>
    </message>
    <message>
        <source>Its rollout is paused.</source>
        <translation>上线已暂停。</translation>
    </message>
    <message>
        <source>It is scaled to nothing.</source>
        <translation>已缩容到零。</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) run on nodes where they should not.</source>
        <translation>
            <numerusform>%n 个 Pod 运行在不应运行的节点上。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n completion(s) so far.</source>
        <translation>
            <numerusform>目前已完成 %1 次，共需 %n 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 completions so far, %n pod(s) failed.</source>
        <translation>
            <numerusform>目前已完成 %1 次，共需 %2 次，%n 个 Pod 失败。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The job gave up after %n failed pod(s).</source>
        <translation>
            <numerusform>Job 在 %n 个 Pod 失败后放弃。</numerusform>
        </translation>
    </message>
    <message>
        <source>The job took too long.</source>
        <translation>Job 运行时间过长。</translation>
    </message>
    <message>
        <source>The job failed.</source>
        <translation>Job 失败。</translation>
    </message>
    <message>
        <source>It is suspended.</source>
        <translation>已挂起。</translation>
    </message>
    <message>
        <source>Its last run did not succeed; the last that did was at %1.</source>
        <translation>最近一次运行未成功；上次成功是在 %1。</translation>
    </message>
    <message>
        <source>It has completed.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>It has no endpoints: no pod matches its selector %1.</source>
        <translation>没有端点：没有 Pod 匹配其选择器 %1。</translation>
    </message>
    <message numerus="yes">
        <source>It has no endpoints: none of the %n pod(s) that match is ready.</source>
        <translation>
            <numerusform>没有端点：匹配的 %n 个 Pod 均未就绪。</numerusform>
        </translation>
    </message>
    <message>
        <source>It waits for an address of a load balancer.</source>
        <translation>正在等待负载均衡器的地址。</translation>
    </message>
    <message>
        <source>It leads to Services that do not exist: %1.</source>
        <translation>指向不存在的 Service：%1。</translation>
    </message>
    <message>
        <source>Its volume cannot be provisioned.</source>
        <translation>无法制备其卷。</translation>
    </message>
    <message>
        <source>It gets its volume once a pod that uses it is scheduled.</source>
        <translation>使用它的 Pod 被调度后才会获得卷。</translation>
    </message>
    <message>
        <source>It waits for a volume.</source>
        <translation>正在等待卷。</translation>
    </message>
    <message>
        <source>It waits for a volume of class %1.</source>
        <translation>正在等待 %1 类的卷。</translation>
    </message>
    <message>
        <source>No volume fits it and it names no storage class.</source>
        <translation>没有合适的卷，且未指定存储类。</translation>
    </message>
    <message>
        <source>Its volume is gone.</source>
        <translation>其卷已不存在。</translation>
    </message>
    <message>
        <source>Its volume %1 is gone.</source>
        <translation>其卷 %1 已不存在。</translation>
    </message>
    <message>
        <source>It could not be reclaimed.</source>
        <translation>无法回收。</translation>
    </message>
    <message>
        <source>The claim %1 is deleted; the volume waits to be reclaimed.</source>
        <translation>申领 %1 已删除；卷正在等待回收。</translation>
    </message>
    <message>
        <source>The node is not ready.</source>
        <translation>节点未就绪。</translation>
    </message>
    <message>
        <source>The node has not been heard of since %1.</source>
        <translation>自 %1 起未再收到节点的消息。</translation>
    </message>
    <message>
        <source>The node is short of memory.</source>
        <translation>节点内存不足。</translation>
    </message>
    <message>
        <source>The node is short of disk space.</source>
        <translation>节点磁盘空间不足。</translation>
    </message>
    <message>
        <source>The node runs too many processes.</source>
        <translation>节点上的进程过多。</translation>
    </message>
    <message>
        <source>The node&apos;s network is not set up.</source>
        <translation>节点的网络尚未配置。</translation>
    </message>
    <message>
        <source>The node is cordoned: it takes no new pods.</source>
        <translation>节点已停止调度：不接受新的 Pod。</translation>
    </message>
    <message>
        <source>It is not %1.</source>
        <translation>未处于 %1 状态。</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>处于 %1 状态。</translation>
    </message>
    <message>
        <source>The namespace is being deleted.</source>
        <translation>命名空间正在删除。</translation>
    </message>
    <message>
        <source>It cannot scale.</source>
        <translation>无法扩缩。</translation>
    </message>
    <message numerus="yes">
        <source>It wants more than its maximum of %n replica(s).</source>
        <translation>
            <numerusform>所需副本数超过上限 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>It gets no metrics to scale by.</source>
        <translation>未获得用于扩缩的指标。</translation>
    </message>
    <message>
        <source>It allows no disruption now: %1 of the %2 pods it needs are healthy.</source>
        <translation>目前不允许任何干扰：所需的 %2 个 Pod 中有 %1 个健康。</translation>
    </message>
    <message>
        <source>It is used up: %1.</source>
        <translation>已用尽：%1。</translation>
    </message>
    <message>
        <source>Its kind is not served yet.</source>
        <translation>其类型尚未提供。</translation>
    </message>
    <message>
        <source>Its names are taken by another definition.</source>
        <translation>其名称已被另一个定义占用。</translation>
    </message>
    <message>
        <source>Its controller has not seen the last change yet.</source>
        <translation>其控制器尚未看到最近的更改。</translation>
    </message>
    <message>
        <source>Its status is %1.</source>
        <translation>状态为 %1。</translation>
    </message>
    <message>
        <source>Pod %1: %2</source>
        <translation>Pod %1：%2</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message numerus="yes">
        <source>%Ln degraded</source>
        <translation>
            <numerusform>%Ln 个降级</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln 个等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>An init container</source>
        <translation>某个 Init 容器</translation>
    </message>
    <message>
        <source>A container</source>
        <translation>某个容器</translation>
    </message>
    <message>
        <source>Init container %1</source>
        <translation>Init 容器 %1</translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>容器 %1</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>信号 %1</translation>
    </message>
    <message>
        <source>it used more memory than its limit and was killed (OOMKilled, exit code %1)</source>
        <translation>内存用量超过限制而被终止（OOMKilled，退出码 %1）</translation>
    </message>
    <message>
        <source>it ended by %1 (exit code %2)</source>
        <translation>因 %1 结束（退出码 %2）</translation>
    </message>
    <message>
        <source>it ended with exit code %1</source>
        <translation>已结束，退出码 %1</translation>
    </message>
    <message>
        <source>it ended with exit code %1 (%2)</source>
        <translation>已结束，退出码 %1 (%2)</translation>
    </message>
    <message>
        <source>%1 crashes again and again</source>
        <translation>%1 反复崩溃</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 失败。</translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation>%1 失败：%2。</translation>
    </message>
    <message>
        <source>%1 waits for an image that cannot be pulled.</source>
        <translation>%1 正在等待无法拉取的镜像。</translation>
    </message>
    <message>
        <source>%1 waits for image %2, which cannot be pulled.</source>
        <translation>%1 正在等待镜像 %2，但无法拉取该镜像。</translation>
    </message>
    <message>
        <source>%1 fails its liveness probe and will be restarted.</source>
        <translation>%1 未通过存活探针，将被重启。</translation>
    </message>
    <message>
        <source>%1 fails its startup probe.</source>
        <translation>%1 未通过启动探针。</translation>
    </message>
    <message>
        <source>%1 fails its readiness probe and gets no traffic.</source>
        <translation>%1 未通过就绪探针，不会收到流量。</translation>
    </message>
    <message>
        <source>%1 runs but is not ready (%2 of %3 are).</source>
        <translation>%1 正在运行但未就绪（%3 个中有 %2 个就绪）。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n container(s) are ready.</source>
        <translation>
            <numerusform>%n 个容器中有 %1 个就绪。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being deleted.</source>
        <translation>正在删除。</translation>
    </message>
    <message>
        <source>It should have been gone at %1, but its finalizers hold it: %2.</source>
        <translation>本应在 %1 前删除，但被终结器阻止：%2。</translation>
    </message>
    <message>
        <source>It should have been gone at %1. Its node may be away, or a process does not end.</source>
        <translation>本应在 %1 前删除。可能是节点失联，或某个进程没有结束。</translation>
    </message>
    <message>
        <source>%1 names an image that is no valid name.</source>
        <translation>%1 指定的镜像名称无效。</translation>
    </message>
    <message>
        <source>%1 names the image “%2”, which is no valid name.</source>
        <translation>%1 指定的镜像“%2”不是有效名称。</translation>
    </message>
    <message>
        <source>%1 cannot be configured.</source>
        <translation>%1 无法配置。</translation>
    </message>
    <message>
        <source>%1 cannot be started.</source>
        <translation>%1 无法启动。</translation>
    </message>
    <message>
        <source>No node can take the pod.</source>
        <translation>没有节点能够接纳此 Pod。</translation>
    </message>
    <message>
        <source>The pod is held back by its scheduling gates.</source>
        <translation>Pod 被其调度门控阻止。</translation>
    </message>
    <message>
        <source>The pod waits for the scheduler.</source>
        <translation>Pod 正在等待调度器。</translation>
    </message>
    <message>
        <source>A volume cannot be mounted.</source>
        <translation>无法挂载卷。</translation>
    </message>
    <message>
        <source>The pod&apos;s network or sandbox cannot be made.</source>
        <translation>无法创建 Pod 的网络或沙箱。</translation>
    </message>
    <message>
        <source>Its containers are being made.</source>
        <translation>正在创建其容器。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n init container(s) are through.</source>
        <translation>
            <numerusform>%n 个 Init 容器中有 %1 个已完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was evicted from its node.</source>
        <translation>已被节点驱逐。</translation>
    </message>
    <message>
        <source>It had to make room for a pod that is more important.</source>
        <translation>已为更重要的 Pod 让出位置。</translation>
    </message>
    <message>
        <source>Its node is lost.</source>
        <translation>其节点已失联。</translation>
    </message>
    <message>
        <source>Its node %1 is lost.</source>
        <translation>其节点 %1 已失联。</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>已失败。</translation>
    </message>
    <message numerus="yes">
        <source>Of its %n pod(s), %1 fail.</source>
        <translation>
            <numerusform>%n 个 Pod 中有 %1 个故障。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of its %n pod(s), %1 need a look.</source>
        <translation>
            <numerusform>%n 个 Pod 中有 %1 个需要关注。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 crashes again and again: %2</source>
        <translation>%1反复崩溃：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n restart(s).</source>
        <translation>
            <numerusform>%1，重启 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>workspace::Help</name>
    <message>
        <source>Words</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Yard: one workspace, a large canvas; it can show several clusters</source>
        <translation>Yard：一个工作区，一块大画布；可以显示多个集群</translation>
    </message>
    <message>
        <source>Krate: a frame around the windows of one object or one list</source>
        <translation>Krate：容纳一个对象或一个列表的窗口的框</translation>
    </message>
    <message>
        <source>Window: one view in a krate: YAML, a description, logs, a shell</source>
        <translation>窗口：Krate 中的一个视图：YAML、描述、日志、Shell</translation>
    </message>
    <message>
        <source>Collection: a list of all objects of a kind, or of a namespace</source>
        <translation>列表：某一类型或某一命名空间的所有对象</translation>
    </message>
    <message>
        <source>Spotlight: the search over everything, and over what can be done</source>
        <translation>Spotlight：搜索所有内容以及可执行的操作</translation>
    </message>
    <message>
        <source>Card: what a krate looks like from far away or collapsed</source>
        <translation>卡片：Krate 在远处或折叠时的样子</translation>
    </message>
    <message>
        <source>Context: a cluster and who you are there, from your kubeconfig</source>
        <translation>上下文：一个集群以及您在其中的身份，来自您的 kubeconfig</translation>
    </message>
</context>
<context>
    <name>workspace::HelpPanel</name>
    <message>
        <source>Help: keys and words</source>
        <translation>帮助：按键和术语</translation>
    </message>
    <message>
        <source>Search in the help</source>
        <translation>在帮助中搜索</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Enter does what the line says, Esc closes. A star: also over a shell or an editor.</source>
        <translation>Enter 执行该行所述操作，Esc 关闭。星号：在 Shell 或编辑器上也有效。</translation>
    </message>
</context>
<context>
    <name>workspace::Hints</name>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Drag to pan</source>
        <translation>拖动以平移</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Wheel to zoom</source>
        <translation>滚轮缩放</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>最大化</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Click to select</source>
        <translation>单击以选择</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>右键单击</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Between krates</source>
        <translation>在 Krate 之间移动</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Into its window</source>
        <translation>进入其窗口</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Arrows select</source>
        <translation>方向键选择</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Arrows move it</source>
        <translation>方向键移动</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>已选择 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Move together</source>
        <translation>一起移动</translation>
    </message>
    <message>
        <source>Ctrl+Shift</source>
        <translation>Ctrl+Shift</translation>
    </message>
    <message>
        <source>Arrows align</source>
        <translation>方向键对齐</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>整理</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>↑ ↓</source>
        <translation>↑ ↓</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>L S D Y: that view</source>
        <translation>L S D Y：相应视图</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>A–Z</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Shift+Esc</source>
        <translation>Shift+Esc</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Next window</source>
        <translation>下一个窗口</translation>
    </message>
    <message>
        <source>Hold to place freely</source>
        <translation>按住以自由放置</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Out of the shell</source>
        <translation>退出 Shell</translation>
    </message>
    <message>
        <source>Out of the editor</source>
        <translation>退出编辑器</translation>
    </message>
    <message>
        <source>Z</source>
        <translation>Z</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>workspace::HostDesk</name>
    <message>
        <source>Sharing from this computer has ended, for you left the yard.</source>
        <translation>您已离开该 Yard，本机的共享已结束。</translation>
    </message>
    <message>
        <source>Share this yard from my desktop</source>
        <translation>从我的桌面共享此 Yard</translation>
    </message>
    <message>
        <source>Yards</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主持</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
</context>
<context>
    <name>workspace::HostPanel</name>
    <message>
        <source>Share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>谁可以访问</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>任一空闲端口</translation>
    </message>
    <message>
        <source>Link for who may change things</source>
        <translation>可修改者的链接</translation>
    </message>
    <message>
        <source>Link for who may only look</source>
        <translation>仅查看者的链接</translation>
    </message>
    <message>
        <source>Which link the code holds</source>
        <translation>二维码包含哪个链接</translation>
    </message>
    <message>
        <source>For who may change things</source>
        <translation>供可修改者使用</translation>
    </message>
    <message>
        <source>For who may only look</source>
        <translation>供仅查看者使用</translation>
    </message>
    <message>
        <source>May change things</source>
        <translation>可修改</translation>
    </message>
    <message>
        <source>May only look</source>
        <translation>仅查看</translation>
    </message>
    <message>
        <source>Code to scan</source>
        <translation>扫描二维码</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>当前在此</translation>
    </message>
    <message>
        <source>It cannot be shared there: %1</source>
        <translation>无法在那里共享：%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The link is copied. Whoever has it can come in.</source>
        <translation>链接已复制。持有者即可进入。</translation>
    </message>
    <message>
        <source>Only this computer (127.0.0.1)</source>
        <translation>仅此计算机（127.0.0.1）</translation>
    </message>
    <message>
        <source>The network of %1 (%2)</source>
        <translation>%1 所在网络（%2）</translation>
    </message>
    <message>
        <source>Share this yard from my desktop</source>
        <translation>从我的桌面共享此 Yard</translation>
    </message>
    <message>
        <source>Others are in this yard</source>
        <translation>此 Yard 中还有其他人</translation>
    </message>
    <message>
        <source>It is shared from this computer. When the program ends, so does sharing: %1</source>
        <translation>它正从此计算机共享。程序结束时共享也会结束：%1</translation>
    </message>
    <message>
        <source>End both</source>
        <translation>一并结束</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>停止共享</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>QR code of the link for who may only look</source>
        <translation>仅查看者链接的二维码</translation>
    </message>
    <message>
        <source>QR code of the link for who may change things</source>
        <translation>可修改者链接的二维码</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Telling everybody…</source>
        <translation>正在通知所有人…</translation>
    </message>
    <message>
        <source>Only programs on this computer can come in.</source>
        <translation>只有此计算机上的程序可以进入。</translation>
    </message>
    <message>
        <source>Without TLS everybody in that network can read along what the yard holds: where krates stand, their names, comments. Logs, manifests and shells never go over it. A firewall may have to let others in.</source>
        <translation>没有 TLS 时，该网络中的任何人都能读到 Yard 的内容：Krate 的位置、名称和评论。日志、清单和 Shell 从不经过这里。可能需要在防火墙中放行。</translation>
    </message>
    <message>
        <source>Sharing lasts until you stop it, open another yard or end the program.</source>
        <translation>共享会持续到您停止共享、打开另一个 Yard 或结束程序为止。</translation>
    </message>
    <message>
        <source>It goes unencrypted: who is in the same network can read along. A relay on a server with TLS is the way for more than a short visit.</source>
        <translation>传输未加密：同一网络中的人都能读到。若不只是短暂使用，请在服务器上运行带 TLS 的中继。</translation>
    </message>
    <message>
        <source>Nobody else yet.</source>
        <translation>还没有其他人。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 以及另外 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Inspect</name>
    <message>
        <source>Controlled by</source>
        <translation>控制者</translation>
    </message>
    <message>
        <source>Owned by</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Host IP</source>
        <translation>主机 IP</translation>
    </message>
    <message>
        <source>QoS class</source>
        <translation>QoS 类</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Terminating</source>
        <translation>正在终止</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>ServiceAccount</translation>
    </message>
    <message>
        <source>Labels and annotations</source>
        <translation>标签和注解</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>注解</translation>
    </message>
    <message>
        <source>Labels of the pods</source>
        <translation>Pod 的标签</translation>
    </message>
    <message>
        <source>running for %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>running for %1, not ready</source>
        <translation>已运行 %1，未就绪</translation>
    </message>
    <message>
        <source>ended %1 ago: %2, exit code %3</source>
        <translation>%1 前结束：%2，退出码 %3</translation>
    </message>
    <message>
        <source>waits: %1</source>
        <translation>等待中：%1</translation>
    </message>
    <message>
        <source> (port %1 of the node)</source>
        <translation> (节点端口 %1)</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>挂载</translation>
    </message>
    <message>
        <source>volume %1, read only</source>
        <translation>卷 %1，只读</translation>
    </message>
    <message>
        <source>volume %1</source>
        <translation>卷 %1</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Liveness</source>
        <translation>存活探针</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪探针</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>启动探针</translation>
    </message>
    <message>
        <source>Unknown probe</source>
        <translation>未知探针</translation>
    </message>
    <message>
        <source>GET %1://%2:%3%4</source>
        <translation>GET %1://%2:%3%4</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Connects to port %1</source>
        <translation>连接端口 %1</translation>
    </message>
    <message>
        <source>Asks gRPC health at port %1</source>
        <translation>查询端口 %1 的 gRPC 健康状态</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>每 %1 秒</translation>
    </message>
    <message>
        <source>, from %1 s after the start</source>
        <translation>，启动 %1 秒后开始</translation>
    </message>
    <message>
        <source>waits %1 s for an answer</source>
        <translation>等待响应 %1 秒</translation>
    </message>
    <message numerus="yes">
        <source>fails after %n misses</source>
        <translation>
            <numerusform>连续 %n 次未通过后判定为失败</numerusform>
        </translation>
    </message>
    <message>
        <source>init container</source>
        <translation>Init 容器</translation>
    </message>
    <message>
        <source>debug container</source>
        <translation>调试容器</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>Sidecar 容器</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(空)</translation>
    </message>
    <message>
        <source>config map %1, key %2</source>
        <translation>ConfigMap %1，键 %2</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>not set: there is no such key</source>
        <translation>未设置：没有此键</translation>
    </message>
    <message>
        <source>there is no such key</source>
        <translation>没有此键</translation>
    </message>
    <message>
        <source>secret %1, key %2</source>
        <translation>Secret %1，键 %2</translation>
    </message>
    <message>
        <source>field %1 of the pod</source>
        <translation>Pod 的字段 %1</translation>
    </message>
    <message>
        <source>of each pod its own</source>
        <translation>各 Pod 的值不同</translation>
    </message>
    <message>
        <source>%1 of the container</source>
        <translation>容器的 %1</translation>
    </message>
    <message>
        <source>written here</source>
        <translation>直接写在此处</translation>
    </message>
    <message>
        <source>all of config map %1</source>
        <translation>ConfigMap %1 的全部内容</translation>
    </message>
    <message>
        <source>Show the names of its keys</source>
        <translation>显示其键名</translation>
    </message>
    <message>
        <source>all of secret %1</source>
        <translation>Secret %1 的全部内容</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>%1 in %2, read only</source>
        <translation>%2 中的 %1，只读</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>not mounted</source>
        <translation>未挂载</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>shares a folder of the node</source>
        <translation>共享节点的文件夹</translation>
    </message>
    <message>
        <source>Configuration used</source>
        <translation>使用的配置</translation>
    </message>
    <message>
        <source>read into the environment</source>
        <translation>读入环境变量</translation>
    </message>
    <message>
        <source>to pull images</source>
        <translation>用于拉取镜像</translation>
    </message>
    <message>
        <source>mounted</source>
        <translation>已挂载</translation>
    </message>
    <message>
        <source>%1 is one of %2</source>
        <translation>%1 是 %2 之一</translation>
    </message>
    <message>
        <source>%1 is none of %2</source>
        <translation>%1 不是 %2 中的任何一个</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>有 %1</translation>
    </message>
    <message>
        <source>has no %1</source>
        <translation>没有 %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source>Only on</source>
        <translation>仅限</translation>
    </message>
    <message>
        <source>nodes where %1</source>
        <translation>满足 %1 的节点</translation>
    </message>
    <message>
        <source>, or where </source>
        <translation>，或 </translation>
    </message>
    <message>
        <source>Rather on</source>
        <translation>优先选择</translation>
    </message>
    <message>
        <source>nodes where %1 (weight %2)</source>
        <translation>满足 %1 的节点 (权重 %2)</translation>
    </message>
    <message>
        <source>away from pods with %1, by %2</source>
        <translation>避开带有 %1 的 Pod，按 %2</translation>
    </message>
    <message>
        <source>near pods with %1, by %2</source>
        <translation>靠近带有 %1 的 Pod，按 %2</translation>
    </message>
    <message>
        <source> (weight %1)</source>
        <translation> (权重 %1)</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>必须</translation>
    </message>
    <message>
        <source>Rather</source>
        <translation>尽量</translation>
    </message>
    <message>
        <source>Scheduling</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Node selector</source>
        <translation>节点选择器</translation>
    </message>
    <message>
        <source>Tolerates</source>
        <translation>容忍</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>by %1, at most %2 apart</source>
        <translation>按 %1，最多相差 %2</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>调度器</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>运行身份</translation>
    </message>
    <message>
        <source>root (user 0)</source>
        <translation>root (用户 0)</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>the user of the image, never root</source>
        <translation>镜像的用户，绝不是 root</translation>
    </message>
    <message>
        <source>the user of the image, which may be root</source>
        <translation>镜像的用户，可能是 root</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>权能</translation>
    </message>
    <message>
        <source>beyond the usual: %1</source>
        <translation>超出常规：%1</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>特权</translation>
    </message>
    <message>
        <source>may do all that root of the node may</source>
        <translation>可执行节点 root 能做的一切</translation>
    </message>
    <message>
        <source>Root files</source>
        <translation>根文件系统</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>writable</source>
        <translation>可写</translation>
    </message>
    <message>
        <source>More rights</source>
        <translation>权限提升</translation>
    </message>
    <message>
        <source>cannot be gained</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>may be gained by its processes</source>
        <translation>其进程可以提升权限</translation>
    </message>
    <message>
        <source>Seccomp</source>
        <translation>Seccomp</translation>
    </message>
    <message>
        <source>unconfined: every system call</source>
        <translation>不受限：所有系统调用</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>uses the network of the node</source>
        <translation>使用节点的网络</translation>
    </message>
    <message>
        <source>sees all processes of the node</source>
        <translation>可以看到节点的所有进程</translation>
    </message>
    <message>
        <source>shares memory with the node</source>
        <translation>与节点共享内存</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>belong to group %1</source>
        <translation>属于组 %1</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API 令牌</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>allocatable, of %1</source>
        <translation>可分配，共 %1</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>Taints</source>
        <translation>污点</translation>
    </message>
    <message>
        <source>Cordoned</source>
        <translation>已停止调度</translation>
    </message>
    <message>
        <source>takes no new pods</source>
        <translation>不接受新的 Pod</translation>
    </message>
    <message>
        <source>, port %1 of each node</source>
        <translation>，每个节点的端口 %1</translation>
    </message>
    <message>
        <source>%1, not ready</source>
        <translation>%1，未就绪</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Kubelet</source>
        <translation>Kubelet</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>运行时</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Cluster IP</source>
        <translation>集群 IP</translation>
    </message>
    <message>
        <source>External name</source>
        <translation>外部名称</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>外部地址</translation>
    </message>
    <message>
        <source>Selector</source>
        <translation>选择器</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Nothing answers for this service.</source>
        <translation>没有任何端点响应此 Service。</translation>
    </message>
    <message>
        <source>%1 % of request %2</source>
        <translation>请求 %2 的 %1%</translation>
    </message>
    <message>
        <source>%1 % of allocatable %2</source>
        <translation>可分配 %2 的 %1%</translation>
    </message>
    <message>
        <source>%1 % of limit %2</source>
        <translation>限制 %2 的 %1%</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>metrics-server</source>
        <translation>metrics-server</translation>
    </message>
    <message>
        <source>kubelet</source>
        <translation>kubelet</translation>
    </message>
    <message>
        <source>%1 old · %2</source>
        <translation>%1 前 · %2</translation>
    </message>
    <message>
        <source>Nothing is measured of it yet. A container has figures when it has run for half a minute.</source>
        <translation>尚无测量数据。容器运行半分钟后才有数据。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message numerus="yes">
        <source>%n pods</source>
        <translation>
            <numerusform>%n 个 Pod</numerusform>
        </translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已挂起</translation>
    </message>
    <message>
        <source>starts no jobs</source>
        <translation>不启动 Job</translation>
    </message>
    <message>
        <source>Last start</source>
        <translation>上次启动</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>上次成功</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>副本</translation>
    </message>
    <message numerus="yes">
        <source>%n wanted</source>
        <translation>
            <numerusform>期望 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>changes are not rolled out</source>
        <translation>更改不会上线</translation>
    </message>
    <message>
        <source>The pods cannot be listed: %1</source>
        <translation>无法列出 Pod：%1</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>%1 就绪</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>没有。</translation>
    </message>
</context>
<context>
    <name>workspace::InspectContent</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Inspect %1 %2</source>
        <translation>检查 %1 %2</translation>
    </message>
    <message>
        <source>Click to copy: %1</source>
        <translation>点击复制：%1</translation>
    </message>
    <message>
        <source>Click to show or hide the value</source>
        <translation>点击显示或隐藏值</translation>
    </message>
    <message>
        <source>Click to read the names of the keys</source>
        <translation>点击读取键名</translation>
    </message>
    <message>
        <source>Inspector of %1 %2</source>
        <translation>%1 %2 的检查器</translation>
    </message>
</context>
<context>
    <name>workspace::JoinPanel</name>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Link or address</source>
        <translation>链接或地址</translation>
    </message>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>Invite token</source>
        <translation>邀请令牌</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>Your colour</source>
        <translation>您的颜色</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>颜色 %1</translation>
    </message>
    <message>
        <source>Join a yard</source>
        <translation>加入 Yard</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>So the others in a shared yard see you.</source>
        <translation>共享 Yard 中的其他人会这样看到您。</translation>
    </message>
    <message>
        <source>Your name and colour</source>
        <translation>您的名字和颜色</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接到 %1…</translation>
    </message>
    <message>
        <source>The others need a name to call you by.</source>
        <translation>其他人需要一个称呼您的名字。</translation>
    </message>
</context>
<context>
    <name>workspace::JoinTry</name>
    <message>
        <source>%1 does not answer. Check the address, your network, or whether you need a VPN.</source>
        <translation>%1 没有应答。请检查地址和网络，或是否需要 VPN。</translation>
    </message>
</context>
<context>
    <name>workspace::Journal</name>
    <message>
        <source>The journal %1 cannot be read: %2.</source>
        <translation>无法读取操作记录 %1：%2。</translation>
    </message>
    <message>
        <source>The journal could not be saved: %1.</source>
        <translation>无法保存操作记录：%1。</translation>
    </message>
</context>
<context>
    <name>workspace::JournalContent</name>
    <message>
        <source>Filter by action, object, command</source>
        <translation>按操作、对象、命令筛选</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln entries fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln 条记录均不符合筛选条件。按 Esc 清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>You have changed nothing here yet</source>
        <translation>您尚未在此更改任何内容</translation>
    </message>
    <message>
        <source>What you do to objects appears here, with the kubectl line that does the same. Only you see it.</source>
        <translation>您对对象执行的操作会显示在这里，并附上效果相同的 kubectl 命令。仅您自己可见。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Kinds</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Describe</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message numerus="yes">
        <source>%n namespaces</source>
        <translation>
            <numerusform>%n 个命名空间</numerusform>
        </translation>
    </message>
    <message>
        <source>Helm releases</source>
        <translation>Helm Release</translation>
    </message>
    <message>
        <source>Access: what I may do</source>
        <translation>权限：我能做什么</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>所有内容</translation>
    </message>
</context>
<context>
    <name>workspace::KratePainter</name>
    <message>
        <source>1 window</source>
        <translation>1 个窗口</translation>
    </message>
    <message numerus="yes">
        <source>%n windows</source>
        <translation>
            <numerusform>%n 个窗口</numerusform>
        </translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产环境</translation>
    </message>
</context>
<context>
    <name>workspace::LineBar</name>
    <message>
        <source>Go to line (1 to %1)</source>
        <translation>转到行 (1 到 %1)</translation>
    </message>
</context>
<context>
    <name>workspace::LinkDesk</name>
    <message>
        <source>Copy a link to this window</source>
        <translation>复制指向此窗口的链接</translation>
    </message>
    <message>
        <source>Krate</source>
        <translation>Krate</translation>
    </message>
    <message>
        <source>permalink</source>
        <translation>永久链接</translation>
    </message>
    <message>
        <source>share</source>
        <translation>分享</translation>
    </message>
    <message>
        <source>A link asks for context “%1”, which your kubeconfig does not have. Add it there, or ask who sent the link how that cluster is called here.</source>
        <translation>链接需要上下文“%1”，但您的 kubeconfig 中没有。请在其中添加，或询问链接发送者该集群在此处的名称。</translation>
    </message>
    <message>
        <source>A link wants to open context “%1”</source>
        <translation>链接要打开上下文“%1”</translation>
    </message>
    <message>
        <source>It asks to be shown %1 there. That context is not in use now: opening it signs in to its cluster. Open it only if you trust who sent the link.</source>
        <translation>它要求显示其中的 %1。该上下文目前未在使用：打开它会登录其集群。请仅在信任链接发送者时打开。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>workspace::ListContent</name>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
    <message numerus="yes">
        <source>%Ln namespaces</source>
        <translation>
            <numerusform>%Ln 个命名空间</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked</source>
        <translation>
            <numerusform>已标记 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Show as a list (Alt+T)</source>
        <translation>显示为列表 (Alt+T)</translation>
    </message>
    <message>
        <source>Show as a tree (Alt+T)</source>
        <translation>显示为树 (Alt+T)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s)</source>
        <translation>
            <numerusform>%Ln 个对象</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ListMaker</name>
    <message>
        <source>%1 does not know the kind %2.</source>
        <translation>%1 没有类型 %2。</translation>
    </message>
    <message>
        <source>This version does not know the window “%1”.</source>
        <translation>此版本不支持窗口“%1”。</translation>
    </message>
</context>
<context>
    <name>workspace::LocalVersions</name>
    <message numerus="yes">
        <source>%Ln versions are kept, which is all there is room for.</source>
        <translation>
            <numerusform>已保存 %Ln 个版本，没有更多空间了。</numerusform>
        </translation>
    </message>
    <message>
        <source>The version could not be kept: %1</source>
        <translation>无法保存该版本：%1</translation>
    </message>
    <message>
        <source>This version cannot be read any more.</source>
        <translation>此版本已无法读取。</translation>
    </message>
    <message>
        <source>This version is damaged.</source>
        <translation>此版本已损坏。</translation>
    </message>
    <message>
        <source>Before an earlier version was brought back</source>
        <translation>恢复较早版本之前</translation>
    </message>
    <message>
        <source>Bring back a version</source>
        <translation>恢复版本</translation>
    </message>
</context>
<context>
    <name>workspace::LogBar</name>
    <message>
        <source>Choose the container</source>
        <translation>选择容器</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Information and lines without a level</source>
        <translation>信息和没有级别的行</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Filter lines  /</source>
        <translation>筛选行  /</translation>
    </message>
    <message>
        <source>Wrap long lines  W</source>
        <translation>长行换行  W</translation>
    </message>
    <message>
        <source>Time stamps  T</source>
        <translation>时间戳  T</translation>
    </message>
    <message>
        <source>Log before the last restart  O</source>
        <translation>上次重启之前的日志  O</translation>
    </message>
    <message>
        <source>Go on reading  P</source>
        <translation>继续读取  P</translation>
    </message>
    <message>
        <source>Pause  P</source>
        <translation>暂停  P</translation>
    </message>
    <message>
        <source>When lines were written  H</source>
        <translation>日志时间分布  H</translation>
    </message>
    <message>
        <source>More  .</source>
        <translation>更多  .</translation>
    </message>
</context>
<context>
    <name>workspace::LogContent</name>
    <message>
        <source>The container has not started yet.</source>
        <translation>容器尚未启动。</translation>
    </message>
    <message>
        <source>The log broke off. Reading on (attempt %1)…</source>
        <translation>日志中断。正在继续读取（第 %1 次尝试）…</translation>
    </message>
    <message>
        <source>Paused. P reads on.</source>
        <translation>已暂停。按 P 继续读取。</translation>
    </message>
    <message>
        <source>The log before the last restart. O shows the current one.</source>
        <translation>上次重启之前的日志。按 O 显示当前日志。</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>日志已结束。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>显示 %1 行</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>继续读取</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 行</translation>
    </message>
    <message>
        <source>Newest line</source>
        <translation>最新一行</translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation>没有匹配的行。</translation>
    </message>
    <message>
        <source>Nothing has been logged.</source>
        <translation>尚无日志。</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Waiting for the container</source>
        <translation>正在等待容器</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Connecting again (%1)…</source>
        <translation>正在重新连接 (%1)…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message numerus="yes">
        <source>Log of %1, %n line(s): %2</source>
        <translation>
            <numerusform>%1 的日志，%n 行：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, looking: %2 %</source>
        <translation>%1，正在查找：%2 %</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Saving the whole log: %1 so far…</source>
        <translation>正在保存完整日志：已保存 %1…</translation>
    </message>
    <message>
        <source>Older lines are dropped, for they cannot be kept on disk: %1. Make room in the cache folder.</source>
        <translation>较早的行将被丢弃，因为无法保存在磁盘上：%1。请在缓存文件夹中腾出空间。</translation>
    </message>
    <message numerus="yes">
        <source>Idle for %n minute(s)</source>
        <translation>
            <numerusform>已空闲 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), %1 read, %2 kept in memory</source>
        <translation>
            <numerusform>%n 行，已读取 %1，内存中保留 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in a file</source>
        <translation>文件中 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>已丢弃 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated left out</source>
        <translation>
            <numerusform>已略去 %n 行重复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n 处缺失</numerusform>
        </translation>
    </message>
    <message>
        <source>This line has no time by which it could be found again.</source>
        <translation>此行没有时间，之后无法据此找到它。</translation>
    </message>
    <message>
        <source>No line is marked. B marks one.</source>
        <translation>没有已标记的行。按 B 标记一行。</translation>
    </message>
    <message>
        <source>Log and event windows of this yard now scroll together in time.</source>
        <translation>此 Yard 的日志和事件窗口现在按时间同步滚动。</translation>
    </message>
    <message>
        <source>Windows no longer scroll together.</source>
        <translation>窗口不再同步滚动。</translation>
    </message>
    <message>
        <source>Save the whole log</source>
        <translation>保存完整日志</translation>
    </message>
    <message>
        <source>Logs (*.log);;All files (*)</source>
        <translation>日志 (*.log);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The whole log is in %1.</source>
        <translation>完整日志已保存到 %1。</translation>
    </message>
    <message>
        <source>There is only one stream: nothing to compare.</source>
        <translation>只有一个日志流：没有可比较的内容。</translation>
    </message>
    <message>
        <source>There is only one stream: nothing to choose from.</source>
        <translation>只有一个日志流：没有可选择的内容。</translation>
    </message>
    <message>
        <source>“%1” is no expression (%2) and is looked for as it stands. A backslash makes a sign plain.</source>
        <translation>“%1”不是正则表达式 (%2)，将按原文查找。在字符前加反斜杠可按字面匹配。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No line matches at this time.</source>
        <translation>此时间范围内没有匹配的行。</translation>
    </message>
    <message>
        <source>Time stamps</source>
        <translation>时间戳</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行换行</translation>
    </message>
    <message>
        <source>When lines were written</source>
        <translation>日志时间分布</translation>
    </message>
    <message>
        <source>Fold stack traces</source>
        <translation>折叠堆栈跟踪</translation>
    </message>
    <message>
        <source>Closer or wider rows</source>
        <translation>更改行距</translation>
    </message>
    <message>
        <source>Filter the lines</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Hide lines</source>
        <translation>隐藏行</translation>
    </message>
    <message>
        <source>More lines around matches</source>
        <translation>匹配项前后显示更多行</translation>
    </message>
    <message>
        <source>From this line on</source>
        <translation>从此行开始</translation>
    </message>
    <message>
        <source>Up to this line</source>
        <translation>到此行为止</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Mark this line</source>
        <translation>标记此行</translation>
    </message>
    <message>
        <source>Note on this line…</source>
        <translation>此行的备注…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy lines with time stamps</source>
        <translation>复制行，含时间戳</translation>
    </message>
    <message>
        <source>Copy lines with pod and time stamps</source>
        <translation>复制行，含 Pod 和时间戳</translation>
    </message>
    <message>
        <source>Save the whole log…</source>
        <translation>保存完整日志…</translation>
    </message>
    <message>
        <source>Windows scroll together in time</source>
        <translation>窗口按时间同步滚动</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>All containers</source>
        <translation>所有容器</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>日志流</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>reconnecting, %1</source>
        <translation>正在重新连接，%1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>All streams</source>
        <translation>所有日志流</translation>
    </message>
    <message>
        <source>How much is read</source>
        <translation>读取范围</translation>
    </message>
    <message>
        <source>The last 1,000 lines</source>
        <translation>最近 1,000 行</translation>
    </message>
    <message>
        <source>The last 10,000 lines</source>
        <translation>最近 10,000 行</translation>
    </message>
    <message>
        <source>The last 5 minutes</source>
        <translation>最近 5 分钟</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>最近 1 天</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>所有内容</translation>
    </message>
    <message>
        <source>Side by side with</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>One view of all</source>
        <translation>合并为一个视图</translation>
    </message>
    <message>
        <source>Columns of JSON lines</source>
        <translation>JSON 行的列</translation>
    </message>
    <message>
        <source>None of the newest lines is JSON</source>
        <translation>最新的行中没有 JSON</translation>
    </message>
    <message>
        <source>Lines as they are</source>
        <translation>原始行</translation>
    </message>
    <message>
        <source>Marked lines</source>
        <translation>已标记的行</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>All pods</source>
        <translation>所有 Pod</translation>
    </message>
    <message numerus="yes">
        <source>%1 lacks %n container(s) that are not followed: choose pods or one container.</source>
        <translation>
            <numerusform>%1 缺少 %n 个未被跟踪的容器：请选择 Pod 或单个容器。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lacks lines of %n container(s): %2</source>
        <translation>
            <numerusform>%1 缺少 %n 个容器的部分日志：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 containers are followed.</source>
        <translation>正在跟踪 %2 个容器中的 %1 个。</translation>
    </message>
    <message>
        <source>Choose pods or one container.</source>
        <translation>请选择 Pod 或单个容器。</translation>
    </message>
</context>
<context>
    <name>workspace::LogFileWindow</name>
    <message>
        <source>Standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>workspace::LogMark</name>
    <message>
        <source>Lines are missing from %1 to %2: the server no longer has them.</source>
        <translation>%1 至 %2 之间缺少日志行：服务器已不再保留。</translation>
    </message>
    <message>
        <source>Lines are missing before %1: the server no longer has them.</source>
        <translation>%1 之前缺少日志行：服务器已不再保留。</translation>
    </message>
    <message>
        <source>Lines are missing after %1: the server no longer has them.</source>
        <translation>%1 之后缺少日志行：服务器已不再保留。</translation>
    </message>
    <message>
        <source>Lines are missing here: the server no longer has them.</source>
        <translation>此处缺少日志行：服务器已不再保留。</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>%1 已添加</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 已移除</translation>
    </message>
    <message>
        <source>%1 restarted</source>
        <translation>%1 已重启</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 已就绪</translation>
    </message>
    <message>
        <source>%1 is not ready</source>
        <translation>%1 未就绪</translation>
    </message>
</context>
<context>
    <name>workspace::LogQueryBar</name>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Note on this line, for you alone</source>
        <translation>此行的备注，仅您自己可见</translation>
    </message>
    <message>
        <source>Show only lines with…</source>
        <translation>仅显示包含以下内容的行…</translation>
    </message>
    <message>
        <source>Hide lines with…</source>
        <translation>隐藏包含以下内容的行…</translation>
    </message>
</context>
<context>
    <name>workspace::LogSaver</name>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <translation>无法写入 %1：%2。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is no log yet that could be saved. Try again when there is.</source>
        <translation>尚无可保存的日志。请在有日志后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Make room or choose another folder.</source>
        <translation>无法写入 %1：%2。请腾出空间或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Saving the log was canceled; nothing was written.</source>
        <translation>已取消保存日志；未写入任何内容。</translation>
    </message>
    <message>
        <source>The connection to the cluster broke off.</source>
        <translation>与集群的连接已中断。</translation>
    </message>
    <message>
        <source>The pod does not exist any more.</source>
        <translation>该 Pod 已不存在。</translation>
    </message>
    <message>
        <source>The rest of this log could not be read: %1</source>
        <translation>无法读取此日志的其余部分：%1</translation>
    </message>
    <message>
        <source>This log could not be read; what the window has of it is here: %1</source>
        <translation>无法读取此日志；此处是窗口中已有的内容：%1</translation>
    </message>
    <message>
        <source>This log could not be read: %1</source>
        <translation>无法读取此日志：%1</translation>
    </message>
</context>
<context>
    <name>workspace::MainWindow</name>
    <message>
        <source>Krateyard</source>
        <translation>Krateyard</translation>
    </message>
    <message>
        <source>Change between dark and light</source>
        <translation>切换深色和浅色</translation>
    </message>
    <message>
        <source>Read the kubeconfig again</source>
        <translation>重新读取 kubeconfig</translation>
    </message>
    <message>
        <source>Quit Krateyard</source>
        <translation>退出 Krateyard</translation>
    </message>
    <message>
        <source>Use context %1</source>
        <translation>使用上下文 %1</translation>
    </message>
    <message>
        <source>Find or type a namespace</source>
        <translation>查找或输入命名空间</translation>
    </message>
    <message>
        <source>Port forwards</source>
        <translation>端口转发</translation>
    </message>
    <message>
        <source>Debug pods that remain</source>
        <translation>遗留的调试 Pod</translation>
    </message>
    <message>
        <source>Journal: what I changed</source>
        <translation>操作记录：我的更改</translation>
    </message>
    <message>
        <source>Create from YAML</source>
        <translation>从 YAML 创建</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Copy as kubectl: %1</source>
        <translation>复制为 kubectl 命令：%1</translation>
    </message>
    <message>
        <source>Copy this view as kubectl</source>
        <translation>将此视图复制为 kubectl 命令</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Krate</source>
        <translation>Krate</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>kubectl has nothing like this window.</source>
        <translation>kubectl 没有与此窗口对应的命令。</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Make this context read-only</source>
        <translation>将此上下文设为只读</translation>
    </message>
    <message>
        <source>Allow changes in this context</source>
        <translation>允许在此上下文中进行更改</translation>
    </message>
    <message>
        <source>Mark this context as production</source>
        <translation>将此上下文标记为生产环境</translation>
    </message>
    <message>
        <source>This context is not production</source>
        <translation>此上下文不是生产环境</translation>
    </message>
    <message>
        <source>Find anything, or do anything</source>
        <translation>查找任何内容，或执行任何操作</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Spotlight</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Type over the empty yard, or click it: find what is typed</source>
        <translation>在空白的 Yard 上输入，或单击它：查找所输入的内容</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>打开所选内容</translation>
    </message>
    <message>
        <source>With Alt and Y, D, L, S, C or I: open its YAML, description, logs…</source>
        <translation>按 Alt 和 Y、D、L、S、C 或 I：打开其 YAML、描述、日志…</translation>
    </message>
    <message>
        <source>After a kind such as pod or svc: only that kind</source>
        <translation>在 pod 或 svc 等类型之后：仅限该类型</translation>
    </message>
    <message>
        <source>Pin what is selected, or let go of it</source>
        <translation>固定所选内容，或取消固定</translation>
    </message>
    <message>
        <source>Search the other contexts, too</source>
        <translation>同时搜索其他上下文</translation>
    </message>
    <message>
        <source>Close Spotlight</source>
        <translation>关闭 Spotlight</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>new object</source>
        <translation>新对象</translation>
    </message>
    <message>
        <source>Everything in this context&apos;s namespace</source>
        <translation>此上下文的命名空间中的所有内容</translation>
    </message>
    <message>
        <source>all kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Help: keys and words</source>
        <translation>帮助：按键和术语</translation>
    </message>
    <message>
        <source>shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Open its YAML beside</source>
        <translation>在旁边打开其 YAML</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Open its description beside</source>
        <translation>在旁边打开其描述</translation>
    </message>
    <message>
        <source>Open its logs beside</source>
        <translation>在旁边打开其日志</translation>
    </message>
    <message>
        <source>log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Open a shell in it beside</source>
        <translation>在旁边打开其中的 Shell</translation>
    </message>
    <message>
        <source>exec</source>
        <translation>exec</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Open its changes beside</source>
        <translation>在旁边打开其更改</translation>
    </message>
    <message>
        <source>diff</source>
        <translation>diff 差异</translation>
    </message>
    <message>
        <source>Open the inspector beside</source>
        <translation>在旁边打开检查器</translation>
    </message>
    <message>
        <source>metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Open its topology beside</source>
        <translation>在旁边打开其拓扑</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>关系图</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>The menu of what has the keys</source>
        <translation>按键所在项的菜单</translation>
    </message>
</context>
<context>
    <name>workspace::ManifestContent</name>
    <message>
        <source>Apply or close this text first, then drop the file again.</source>
        <translation>请先应用或关闭此文本，然后重新拖放文件。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB: split it.</source>
        <translation>%1 大于 64 MiB：请拆分。</translation>
    </message>
    <message>
        <source>Open a manifest</source>
        <translation>打开清单</translation>
    </message>
    <message>
        <source>Manifests (*.yaml *.yml *.json);;All files (*)</source>
        <translation>清单 (*.yaml *.yml *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Create in %1 from a template, or drop a YAML file here.</source>
        <translation>在 %1 中从模板创建，或将 YAML 文件拖放到此处。</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>未应用</translation>
    </message>
    <message>
        <source>Editor of manifests for %1</source>
        <translation>%1 的清单编辑器</translation>
    </message>
    <message>
        <source>Create from YAML in %1: %2</source>
        <translation>在 %1 中从 YAML 创建：%2</translation>
    </message>
    <message>
        <source>%1 is no UTF-8 text.</source>
        <translation>%1 不是 UTF-8 文本。</translation>
    </message>
</context>
<context>
    <name>workspace::ManifestEditor</name>
    <message>
        <source>Yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>In the cluster</source>
        <translation>集群中</translation>
    </message>
    <message>
        <source>There is no object in this text.</source>
        <translation>此文本中没有对象。</translation>
    </message>
    <message>
        <source>Give up what you typed?</source>
        <translation>放弃您输入的内容？</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) without a choice keep your lines.</source>
        <translation>
            <numerusform>%n 处未选择的冲突保留您的行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>全部已决定。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Use this text</source>
        <translation>使用此文本</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>返回文本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n object(s)</source>
        <translation>
            <numerusform>%1 · %n 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Check and apply…</source>
        <translation>检查并应用…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The cluster checks %1 of %2…</source>
        <translation>集群正在检查 %1/%2…</translation>
    </message>
    <message>
        <source>Applying to %1: %2 done…</source>
        <translation>正在应用到 %1：已完成 %2…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%n refused and left out.</source>
        <translation>
            <numerusform>%n 个被拒绝并跳过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict: decide first.</source>
        <translation>
            <numerusform>%n 个有冲突：请先决定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>应用 %n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>The object has changed in the cluster since you began. What you typed is kept.</source>
        <translation>自您开始编辑以来，集群中的对象已更改。您输入的内容已保留。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>The text must be right before it can be merged.</source>
        <translation>文本须无错误才能合并。</translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation>已合并。</translation>
    </message>
    <message numerus="yes">
        <source>Merged; at %n place(s) that both changed, yours stays.</source>
        <translation>
            <numerusform>已合并；在双方都更改的 %n 处保留您的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being applied: stop it first.</source>
        <translation>正在应用：请先停止。</translation>
    </message>
    <message>
        <source>There are dots in this text that hide no value: write the value there.</source>
        <translation>此文本中有未隐藏任何值的圆点：请在该处写入值。</translation>
    </message>
</context>
<context>
    <name>workspace::ManifestMaker</name>
    <message>
        <source>The manifest window holds a text that is not applied: apply or close it, then drop the file again.</source>
        <translation>清单窗口中有未应用的文本：请应用或关闭它，然后重新拖放文件。</translation>
    </message>
</context>
<context>
    <name>workspace::MergePane</name>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>No conflicts: both sides&apos; changes fit together.</source>
        <translation>没有冲突：双方的更改互不冲突。</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Conflict %1 of %2: %3</source>
        <translation>冲突 %1 / %2：%3</translation>
    </message>
    <message>
        <source>Both sides&apos; changes fit together.</source>
        <translation>双方的更改互不冲突。</translation>
    </message>
    <message>
        <source>Every conflict has its choice.</source>
        <translation>所有冲突均已选择。</translation>
    </message>
    <message>
        <source>Conflicts that still need a choice: %1</source>
        <translation>仍需选择的冲突：%1</translation>
    </message>
    <message>
        <source>Conflict %1 of %2</source>
        <translation>冲突 %1 / %2</translation>
    </message>
    <message>
        <source>(nothing here)</source>
        <translation>(此处为空)</translation>
    </message>
    <message>
        <source>⋯ %1 more</source>
        <translation>⋯ 另有 %1 行</translation>
    </message>
</context>
<context>
    <name>workspace::Metrics</name>
    <message>
        <source>The metrics server does not answer: %1</source>
        <translation>指标服务器没有响应：%1</translation>
    </message>
    <message>
        <source>This cluster has no metrics server.</source>
        <translation>此集群没有指标服务器。</translation>
    </message>
    <message>
        <source>You may not ask the nodes instead (that needs the right to get nodes/proxy). Ask for metrics-server to be installed.</source>
        <translation>您也无权改为询问节点 (需要 nodes/proxy 的 get 权限)。请申请安装 metrics-server。</translation>
    </message>
    <message>
        <source>The nodes do not answer either: %1</source>
        <translation>节点也没有响应：%1</translation>
    </message>
    <message>
        <source>Nothing is measured in this cluster. Install metrics-server to see CPU and memory here.</source>
        <translation>此集群中没有任何测量数据。安装 metrics-server 即可在此查看 CPU 和内存。</translation>
    </message>
    <message>
        <source>You may not read metrics here. Ask for the right to list pods and nodes of metrics.k8s.io.</source>
        <translation>您无权在此读取指标。请申请列出 metrics.k8s.io 的 pods 和 nodes 的权限。</translation>
    </message>
</context>
<context>
    <name>workspace::NamespaceList</name>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
</context>
<context>
    <name>workspace::NamespacePicker</name>
    <message>
        <source>Use “%1”</source>
        <translation>使用“%1”</translation>
    </message>
    <message>
        <source>Choose namespaces</source>
        <translation>选择命名空间</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>You may not list namespaces here: type the name of one you may use.</source>
        <translation>您无权在此列出命名空间：请输入您可以使用的命名空间名称。</translation>
    </message>
    <message>
        <source>Enter use the checked ones   Space check   Esc cancel</source>
        <translation>Enter 使用选中项   空格 选中   Esc 取消</translation>
    </message>
    <message>
        <source>Enter use this one   Space check several   Esc cancel</source>
        <translation>Enter 使用此项   空格 选中多个   Esc 取消</translation>
    </message>
</context>
<context>
    <name>workspace::NoticeBar</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
</context>
<context>
    <name>workspace::Notifier</name>
    <message>
        <source>%1 is rolled out.</source>
        <translation>%1 上线完成。</translation>
    </message>
    <message>
        <source>%1 has recovered.</source>
        <translation>%1 已恢复。</translation>
    </message>
    <message>
        <source>%1 was deleted. It is not watched any more.</source>
        <translation>%1 已被删除，不再受关注。</translation>
    </message>
    <message>
        <source>%1 is failing.</source>
        <translation>%1 出现故障。</translation>
    </message>
    <message>
        <source>%1 is failing. %2</source>
        <translation>%1 出现故障。%2</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Notify me about this object</source>
        <translation>通知我此对象的情况</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>Do not notify me about this object any more</source>
        <translation>不再通知我此对象的情况</translation>
    </message>
    <message>
        <source>Do not notify me about any object</source>
        <translation>不通知我任何对象的情况</translation>
    </message>
    <message>
        <source>Notify me</source>
        <translation>通知我</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n objects can be watched. Let go of some first.</source>
        <translation>
            <numerusform>最多可关注 %n 个对象。请先取消关注一些对象。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more thing(s) happened to what you watch.</source>
        <translation>
            <numerusform>您关注的对象另有 %n 项变化。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Krateyard</source>
        <translation>Krateyard</translation>
    </message>
</context>
<context>
    <name>workspace::ObjectMaker</name>
    <message>
        <source>This window has no object.</source>
        <translation>此窗口没有对象。</translation>
    </message>
    <message>
        <source>%1 does not know the kind %2 (%3).</source>
        <translation>%1 没有类型 %2 (%3)。</translation>
    </message>
    <message>
        <source>Looking for the pod…</source>
        <translation>正在查找 Pod…</translation>
    </message>
    <message>
        <source>This version does not know the window “%1”.</source>
        <translation>此版本不支持窗口“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s) failed</source>
        <translation>
            <numerusform>%Ln 个对象失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>%1 %2 has no pods.</source>
        <translation>%1 %2 没有 Pod。</translation>
    </message>
</context>
<context>
    <name>workspace::Opener</name>
    <message numerus="yes">
        <source>The first %1 of %Ln objects are open now; drag the others in parts.</source>
        <translation>
            <numerusform>%Ln 个对象中的前 %1 个现已打开；其余对象请分批拖放。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Overlays</name>
    <message>
        <source>This yard is empty</source>
        <translation>这个 Yard 是空的</translation>
    </message>
    <message>
        <source>Press / to open something: a pod, a deployment, a whole namespace.</source>
        <translation>按 / 打开内容：Pod、Deployment 或整个命名空间。</translation>
    </message>
    <message>
        <source>Or just begin to type its name.</source>
        <translation>或者直接输入名称。</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>workspace::PastePanel</name>
    <message>
        <source>Paste several lines</source>
        <translation>粘贴多行</translation>
    </message>
    <message>
        <source>What would be pasted</source>
        <translation>将要粘贴的内容</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message numerus="yes">
        <source>Paste %Ln line(s)?</source>
        <translation>
            <numerusform>粘贴 %Ln 行？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::PeopleBar</name>
    <message>
        <source>viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>You may look at this yard and not change it.</source>
        <translation>您可以查看此 Yard，但不能更改。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Who is here, where, and what they do</source>
        <translation>谁在这里、在哪里、在做什么</translation>
    </message>
    <message>
        <source>Relay: %1</source>
        <translation>中继：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>%1: click to go where they are</source>
        <translation>%1：点击前往其所在位置</translation>
    </message>
</context>
<context>
    <name>workspace::PeopleDesk</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>谁在这里</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>在场</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Bring everyone here</source>
        <translation>让所有人到这里来</translation>
    </message>
    <message>
        <source>Stop bringing everyone here</source>
        <translation>停止让所有人到这里来</translation>
    </message>
    <message>
        <source>Stop spectating</source>
        <translation>停止跟随</translation>
    </message>
</context>
<context>
    <name>workspace::PeopleDrawer</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>People in this yard</source>
        <translation>此 Yard 中的人员</translation>
    </message>
    <message numerus="yes">
        <source>%n in this yard</source>
        <translation>
            <numerusform>此 Yard 中有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>This yard is not shared</source>
        <translation>此 Yard 未共享</translation>
    </message>
    <message>
        <source>Stop bringing everyone here</source>
        <translation>停止让所有人到这里来</translation>
    </message>
    <message>
        <source>Bring everyone here</source>
        <translation>让所有人到这里来</translation>
    </message>
    <message>
        <source>A viewer cannot bring the others anywhere.</source>
        <translation>查看者不能让其他人移动。</translation>
    </message>
    <message>
        <source>The others see what you see, until you stop or they move on</source>
        <translation>其他人会看到您所看到的，直到您停止或他们自行离开</translation>
    </message>
    <message>
        <source>in Spotlight</source>
        <translation>在 Spotlight 中</translation>
    </message>
    <message>
        <source>looks for “%1”</source>
        <translation>正在查找“%1”</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>正在输入…</translation>
    </message>
</context>
<context>
    <name>workspace::PersonCard</name>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>Go to where %1 is</source>
        <translation>前往 %1 所在位置</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Spectate</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>See the yard as %1 sees it, until Esc or until you move it</source>
        <translation>以 %1 的视角查看 Yard，按 Esc 或自行移动即结束</translation>
    </message>
    <message>
        <source>Stop spectating %1</source>
        <translation>停止跟随 %1</translation>
    </message>
    <message>
        <source>Spectate %1</source>
        <translation>跟随 %1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>前往 %1</translation>
    </message>
</context>
<context>
    <name>workspace::Policy</name>
    <message>
        <source>every %1 port</source>
        <translation>所有 %1 端口</translation>
    </message>
    <message>
        <source>addresses in %1</source>
        <translation>%1 中的地址</translation>
    </message>
    <message>
        <source>addresses in %1 except %2</source>
        <translation>%1 中的地址，%2 除外</translation>
    </message>
    <message>
        <source>pods%1</source>
        <translation>Pod%1</translation>
    </message>
    <message>
        <source>every pod</source>
        <translation>所有 Pod</translation>
    </message>
    <message>
        <source>%1 of this namespace</source>
        <translation>此命名空间的 %1</translation>
    </message>
    <message>
        <source>%1 of every namespace</source>
        <translation>每个命名空间的 %1</translation>
    </message>
    <message>
        <source>%1 of namespaces%2</source>
        <translation>命名空间%2 的 %1</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>任何对端</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>every port</source>
        <translation>所有端口</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <translation>%1，通过 %2</translation>
    </message>
    <message>
        <source>in: nothing (denied by default)</source>
        <translation>入站：无 (默认拒绝)</translation>
    </message>
    <message>
        <source>out: nothing (denied by default)</source>
        <translation>出站：无 (默认拒绝)</translation>
    </message>
    <message>
        <source>in from %1</source>
        <translation>入站，来自 %1</translation>
    </message>
    <message>
        <source>out to %1</source>
        <translation>出站，发往 %1</translation>
    </message>
    <message>
        <source>No policy restricts what comes in to %1.</source>
        <translation>没有策略限制 %1 的入站流量。</translation>
    </message>
    <message>
        <source>No policy restricts what goes out of %1.</source>
        <translation>没有策略限制 %1 的出站流量。</translation>
    </message>
    <message>
        <source>Coming in to %1 is allowed by %2.</source>
        <translation>%1 的入站流量由 %2 允许。</translation>
    </message>
    <message>
        <source>Going out of %1 is allowed by %2.</source>
        <translation>%1 的出站流量由 %2 允许。</translation>
    </message>
    <message>
        <source>Coming in to %1 is denied: %2 restrict it, and none allows this.</source>
        <translation>%1 的入站流量被拒绝：受 %2 限制，且均不允许此流量。</translation>
    </message>
    <message>
        <source>Going out of %1 is denied: %2 restrict it, and none allows this.</source>
        <translation>%1 的出站流量被拒绝：受 %2 限制，且均不允许此流量。</translation>
    </message>
    <message>
        <source>its selector cannot be read: it restricts nobody</source>
        <translation>无法读取其选择器：不限制任何 Pod</translation>
    </message>
    <message>
        <source>In: only what a policy below allows.</source>
        <translation>入站：仅允许下列策略放行的流量。</translation>
    </message>
    <message>
        <source>In: everything; no policy restricts it.</source>
        <translation>入站：全部允许；没有策略限制。</translation>
    </message>
    <message>
        <source>Out: only what a policy below allows.</source>
        <translation>出站：仅允许下列策略放行的流量。</translation>
    </message>
    <message>
        <source>Out: everything; no policy restricts it.</source>
        <translation>出站：全部允许；没有策略限制。</translation>
    </message>
    <message>
        <source>Yes: %1 may reach %2 on %3.</source>
        <translation>是：%1 可以通过 %3 访问 %2。</translation>
    </message>
    <message>
        <source>No: %1 may not reach %2 on %3.</source>
        <translation>否：%1 不能通过 %3 访问 %2。</translation>
    </message>
</context>
<context>
    <name>workspace::PresenceTeller</name>
    <message>
        <source>%1 came, %2 left</source>
        <translation>%1 来了，%2 离开了</translation>
    </message>
    <message>
        <source>%1 came</source>
        <translation>%1 来了</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 离开了</translation>
    </message>
</context>
<context>
    <name>workspace::Refusal</name>
    <message>
        <source>You may not %1 %2.</source>
        <translation>您无权 %1 %2。</translation>
    </message>
    <message>
        <source>You may not %1 %2 in the namespace %3.</source>
        <translation>您无权在命名空间 %3 中 %1 %2。</translation>
    </message>
    <message>
        <source>You do not have the right to %1 %2 in %3.</source>
        <translation>您没有在 %3 中 %1 %2 的权限。</translation>
    </message>
    <message>
        <source>You do not have the right to %1 %2 in the namespace %3 of %4.</source>
        <translation>您没有在 %4 的命名空间 %3 中 %1 %2 的权限。</translation>
    </message>
    <message>
        <source>It opens by itself once you have it.</source>
        <translation>获得权限后会自动打开。</translation>
    </message>
</context>
<context>
    <name>workspace::Related</name>
    <message>
        <source>owns</source>
        <translation>拥有</translation>
    </message>
    <message>
        <source>runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>runs as</source>
        <translation>运行身份为</translation>
    </message>
    <message>
        <source>has priority</source>
        <translation>优先级为</translation>
    </message>
    <message>
        <source>has runtime</source>
        <translation>运行时为</translation>
    </message>
    <message>
        <source>mounts</source>
        <translation>挂载</translation>
    </message>
    <message>
        <source>reads environment from</source>
        <translation>环境变量读自</translation>
    </message>
    <message>
        <source>pulls images with</source>
        <translation>拉取镜像使用</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>申领</translation>
    </message>
    <message>
        <source>is bound to</source>
        <translation>绑定到</translation>
    </message>
    <message>
        <source>is provisioned by</source>
        <translation>制备者为</translation>
    </message>
    <message>
        <source>sends to</source>
        <translation>发送到</translation>
    </message>
    <message>
        <source>has the endpoints of</source>
        <translation>端点属于</translation>
    </message>
    <message>
        <source>points to</source>
        <translation>指向</translation>
    </message>
    <message>
        <source>routes to</source>
        <translation>路由到</translation>
    </message>
    <message>
        <source>has its certificate from</source>
        <translation>证书来自</translation>
    </message>
    <message>
        <source>is handled by</source>
        <translation>处理者为</translation>
    </message>
    <message>
        <source>restricts</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>scales</source>
        <translation>扩缩</translation>
    </message>
    <message>
        <source>protects</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>grants</source>
        <translation>授予</translation>
    </message>
    <message>
        <source>grants to</source>
        <translation>授权给</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>持有</translation>
    </message>
    <message>
        <source> in %1</source>
        <translation>（位于 %1）</translation>
    </message>
    <message>
        <source> (does not exist)</source>
        <translation>（不存在）</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>owned by</source>
        <translation>属于</translation>
    </message>
</context>
<context>
    <name>workspace::RelayDesk</name>
    <message>
        <source>Clusters</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Add clusters through a relay…</source>
        <translation>通过中继添加集群…</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>without a kubeconfig</source>
        <translation>没有 kubeconfig</translation>
    </message>
    <message>
        <source>Clusters through relays</source>
        <translation>通过中继的集群</translation>
    </message>
    <message>
        <source>sign out</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Sign in at the relay again</source>
        <translation>在中继重新登录</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1…</translation>
    </message>
    <message>
        <source>Signed in. Asking %1 for its clusters…</source>
        <translation>已登录。正在向 %1 询问其集群…</translation>
    </message>
    <message>
        <source>Signed in at %1.</source>
        <translation>已登录 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s) came through %1. In use is %2.</source>
        <translation>
            <numerusform>通过 %1 添加了 %n 个集群。正在使用 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the clusters of %1?</source>
        <translation>移除 %1 的集群？</translation>
    </message>
    <message>
        <source>You are signed out there, and its contexts leave your list. Krates of its clusters stay in the yard, and are filled again when you add it again.</source>
        <translation>您会在那里注销，其上下文会从列表中移除。这些集群的 Krate 留在 Yard 中，重新添加后会再次填充。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>workspace::RelayList</name>
    <message>
        <source>Add a relay…</source>
        <translation>添加中继…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Clusters through relays</source>
        <translation>通过中继的集群</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message numerus="yes">
        <source>%n cluster(s): %1</source>
        <translation>
            <numerusform>%n 个集群：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed in as %1 · %2</source>
        <translation>已登录为 %1 · %2</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新询问</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>注销</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>No clusters come through a relay yet. Whoever may use a relay needs no kubeconfig: add its address, and sign in.</source>
        <translation>还没有通过中继的集群。可以使用中继的人不需要 kubeconfig：添加其地址并登录。</translation>
    </message>
    <message>
        <source>Each cluster is one of your contexts, with the relay&apos;s name behind its own.</source>
        <translation>每个集群都是您的一个上下文，名称后带有中继的名称。</translation>
    </message>
</context>
<context>
    <name>workspace::RelayPanel</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Copy the page&apos;s address</source>
        <translation>复制页面地址</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>中继</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>In the browser</source>
        <translation>在浏览器中</translation>
    </message>
    <message>
        <source>With an API key</source>
        <translation>使用 API 密钥</translation>
    </message>
    <message>
        <source>The address is copied. Open it in a browser on this computer.</source>
        <translation>地址已复制。请在本机的浏览器中打开。</translation>
    </message>
    <message>
        <source>Add clusters through a relay</source>
        <translation>通过中继添加集群</translation>
    </message>
    <message>
        <source>You see what the relay lets you see, and need no kubeconfig. Your sign-in is kept in this system&apos;s keychain.</source>
        <translation>您能看到中继允许您看到的内容，不需要 kubeconfig。您的登录保存在本系统的密钥串中。</translation>
    </message>
    <message>
        <source>Sign in at %1</source>
        <translation>登录 %1</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened in your browser; then it goes on here.</source>
        <translation>请在浏览器打开的页面上登录；之后会在这里继续。</translation>
    </message>
    <message>
        <source>An API key begins with kyk_. Who runs the relay makes one with “krateyard relay --new-api-key NAME”.</source>
        <translation>API 密钥以 kyk_ 开头。中继的运营者用“krateyard relay --new-api-key 名称”生成。</translation>
    </message>
</context>
<context>
    <name>workspace::RelayTry</name>
    <message>
        <source>You are signed in. Go back to Krateyard; this page may be closed.</source>
        <translation>您已登录。请返回 Krateyard；可以关闭此页面。</translation>
    </message>
    <message>
        <source>%1 has no clusters for you. Ask who runs it which ones it should serve.</source>
        <translation>%1 没有可供您使用的集群。请询问其运营者应提供哪些集群。</translation>
    </message>
</context>
<context>
    <name>workspace::RelayVersions</name>
    <message>
        <source>The relay %1 cannot be reached: %2</source>
        <translation>无法连接中继 %1：%2</translation>
    </message>
    <message>
        <source>The relay %1 did not accept your token.</source>
        <translation>中继 %1 不接受您的令牌。</translation>
    </message>
    <message>
        <source>You may look at versions, but not keep or bring back any: that takes an editor of this yard.</source>
        <translation>您可以查看版本，但不能保存或恢复：这需要此 Yard 的编辑者权限。</translation>
    </message>
    <message>
        <source>The relay %1 does not have this. It may be of an older version, or somebody removed it.</source>
        <translation>中继 %1 上没有此内容。它可能版本较旧，或已被他人移除。</translation>
    </message>
    <message>
        <source>The yard is too large for another version.</source>
        <translation>Yard 过大，无法再保存版本。</translation>
    </message>
    <message>
        <source>The relay %1 asks to wait a moment.</source>
        <translation>中继 %1 请您稍候。</translation>
    </message>
    <message>
        <source>The relay %1 refused: %2</source>
        <translation>中继 %1 已拒绝：%2</translation>
    </message>
</context>
<context>
    <name>workspace::Release</name>
    <message>
        <source>revision %1</source>
        <translation>修订版本 %1</translation>
    </message>
    <message>
        <source>‹ older</source>
        <translation>‹ 较旧</translation>
    </message>
    <message>
        <source>newer ›</source>
        <translation>较新 ›</translation>
    </message>
    <message>
        <source>app %1</source>
        <translation>应用 %1</translation>
    </message>
    <message>
        <source>Revision %1 → %2</source>
        <translation>修订版本 %1 → %2</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Reading both revisions…</source>
        <translation>正在读取两个修订版本…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>roll back</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Roll back to revision %1</source>
        <translation>回滚到修订版本 %1</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>给定值</translation>
    </message>
    <message>
        <source>Computed, with the chart&apos;s defaults</source>
        <translation>计算值，含 Chart 的默认值</translation>
    </message>
    <message>
        <source>No values were given: the chart&apos;s defaults hold.</source>
        <translation>未给定值：使用 Chart 的默认值。</translation>
    </message>
    <message>
        <source>The chart left no notes.</source>
        <translation>此 Chart 没有说明。</translation>
    </message>
    <message>
        <source>Rev</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>There is one revision only: nothing to compare.</source>
        <translation>只有一个修订版本：没有可比较的内容。</translation>
    </message>
</context>
<context>
    <name>workspace::ReleaseContent</name>
    <message>
        <source>Revision %1</source>
        <translation>修订版本 %1</translation>
    </message>
    <message>
        <source>You may not read the releases in %1</source>
        <translation>您无权读取 %1 中的 Release</translation>
    </message>
    <message>
        <source>Helm keeps them in secrets. Ask for the right to list and get secrets in this namespace.</source>
        <translation>Helm 将其保存在 Secret 中。请申请在此命名空间中列出和获取 Secret 的权限。</translation>
    </message>
    <message>
        <source>The release cannot be read</source>
        <translation>无法读取此 Release</translation>
    </message>
    <message>
        <source>There is no release %1 in %2</source>
        <translation>%2 中没有 Release %1</translation>
    </message>
    <message>
        <source>It was uninstalled, or never was there. When it is installed, it appears here by itself.</source>
        <translation>它已被卸载，或从未存在。安装后会自动出现在这里。</translation>
    </message>
    <message>
        <source>Revision %1 cannot be read</source>
        <translation>无法读取修订版本 %1</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Question: roll %1 back to revision %2</source>
        <translation>询问：将 %1 回滚到修订版本 %2</translation>
    </message>
    <message>
        <source>Revisions of %1; from %2 to %3: %4</source>
        <translation>%1 的修订版本；从 %2 到 %3：%4</translation>
    </message>
    <message numerus="yes">
        <source>Release %1, revision %2, %n lines</source>
        <translation>
            <numerusform>Release %1，修订版本 %2，%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of it was done: %1</source>
        <translation>未全部完成：%1</translation>
    </message>
</context>
<context>
    <name>workspace::ReleaseList</name>
    <message>
        <source>Filter by name, status, chart</source>
        <translation>按名称、状态、Chart 筛选</translation>
    </message>
    <message numerus="yes">
        <source>%Ln release(s)</source>
        <translation>
            <numerusform>%Ln 个 Release</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln 个等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>显示 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, written %2</source>
        <translation>%1，写入于 %2</translation>
    </message>
    <message>
        <source>The releases cannot be read</source>
        <translation>无法读取 Release</translation>
    </message>
    <message>
        <source>You may not see the releases of all namespaces</source>
        <translation>您无权查看所有命名空间的 Release</translation>
    </message>
    <message>
        <source>Choose namespaces that you have access to: the button above, or Alt+N.</source>
        <translation>请选择您有权访问的命名空间：使用上方按钮或 Alt+N。</translation>
    </message>
    <message>
        <source>You may not see the releases in %1</source>
        <translation>您无权查看 %1 中的 Release</translation>
    </message>
    <message>
        <source>Helm keeps releases in secrets, which you may not list here. Choose other namespaces (Alt+N), or ask for that right.</source>
        <translation>Helm 将 Release 保存在 Secret 中，而您无权在此列出 Secret。请选择其他命名空间 (Alt+N)，或申请该权限。</translation>
    </message>
    <message>
        <source>Reading releases…</source>
        <translation>正在读取 Release…</translation>
    </message>
    <message>
        <source>No Helm releases in this cluster</source>
        <translation>此集群中没有 Helm Release</translation>
    </message>
    <message>
        <source>No Helm releases in %1</source>
        <translation>%1 中没有 Helm Release</translation>
    </message>
    <message>
        <source>What helm install makes appears here by itself.</source>
        <translation>helm install 创建的内容会自动出现在这里。</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln release(s) fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln 个 Release 均不符合筛选条件。按 Esc 清除。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ReleaseModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订版本</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>App version</source>
        <translation>应用版本</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新时间</translation>
    </message>
</context>
<context>
    <name>workspace::ReportPanel</name>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>This is all that the report holds. Read it, take out what you do not want to tell, then save it and send it with a description of the problem. Nothing is sent by itself.</source>
        <translation>这是报告的全部内容。请阅读并删去您不想透露的内容，然后保存，并连同问题描述一起发送。不会自动发送任何内容。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>The report could not be written to %1: %2. Choose another place.</source>
        <translation>无法将报告写入 %1：%2。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>workspace::RevealedSecret</name>
    <message>
        <source>The relay does not show you the values of this Secret. Ask who runs it for the group that may see them.</source>
        <translation>中继不向您显示此 Secret 的值。请向其运营者申请有权查看的组。</translation>
    </message>
</context>
<context>
    <name>workspace::ReviewPanel</name>
    <message>
        <source>In the cluster</source>
        <translation>集群中</translation>
    </message>
    <message>
        <source>After applying</source>
        <translation>应用后</translation>
    </message>
    <message>
        <source>Its kind or namespace is made by this same file, so it could not be checked beforehand.</source>
        <translation>其类型或命名空间由同一文件创建，因此无法预先检查。</translation>
    </message>
</context>
<context>
    <name>workspace::Rollback</name>
    <message>
        <source>create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>keep, as its resource policy says</source>
        <translation>按其资源策略保留</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Roll %1 back to revision %2</source>
        <translation>将 %1 回滚到修订版本 %2</translation>
    </message>
    <message>
        <source>Cluster %1, namespace %2</source>
        <translation>集群 %1，命名空间 %2</translation>
    </message>
    <message>
        <source>From revision %1 to what revision %2 was, as revision %3</source>
        <translation>从修订版本 %1 回到修订版本 %2 的内容，作为修订版本 %3</translation>
    </message>
    <message>
        <source>No object changes: they are as that revision has them.</source>
        <translation>没有对象会更改：均与该修订版本一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) change</source>
        <translation>
            <numerusform>%n 个对象将更改</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed, %2 created, %3 deleted</source>
        <translation>%1 个更改，%2 个创建，%3 个删除</translation>
    </message>
    <message>
        <source>Hooks are not run: %1. Helm itself would run them.</source>
        <translation>不会运行钩子：%1。Helm 自身则会运行它们。</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>at it…</source>
        <translation>进行中…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>left alone, since others failed</source>
        <translation>因其他对象失败而未处理</translation>
    </message>
    <message>
        <source>You may not do all that it needs:</source>
        <translation>您没有所需的全部权限：</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>在 %3 中 %1 %2</translation>
    </message>
    <message>
        <source>Ask whoever grants rights in this cluster for these.</source>
        <translation>请向此集群中负责授权的人申请这些权限。</translation>
    </message>
    <message>
        <source>Looking at what would change…</source>
        <translation>正在查看将更改的内容…</translation>
    </message>
    <message>
        <source>[ Roll back ]</source>
        <translation>[ 回滚 ]</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Done: revision %1 is deployed.</source>
        <translation>完成：修订版本 %1 已部署。</translation>
    </message>
    <message>
        <source>[ Cancel ]</source>
        <translation>[ 取消 ]</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>[ Back to the history ]</source>
        <translation>[ 返回历史 ]</translation>
    </message>
    <message>
        <source>Another operation on this release is under way, or was cut off (%1). Wait for it; if nobody is at it, delete that revision&apos;s secret first.</source>
        <translation>此 Release 上有另一个操作正在进行，或已中断 (%1)。请等待其完成；如果没有人在操作，请先删除该修订版本的 Secret。</translation>
    </message>
    <message>
        <source>Somebody else changed this release at the same moment. Look at its history, then try again.</source>
        <translation>其他人同时更改了此 Release。请查看其历史，然后重试。</translation>
    </message>
    <message>
        <source>That revision does not exist any more: Helm keeps only the last ones.</source>
        <translation>该修订版本已不存在：Helm 只保留最近的几个。</translation>
    </message>
    <message>
        <source>The manifest does not fit this cluster: %1. Upgrade the chart instead.</source>
        <translation>清单不适用于此集群：%1。请改为升级 Chart。</translation>
    </message>
    <message>
        <source>The release cannot be read: %1.</source>
        <translation>无法读取此 Release：%1。</translation>
    </message>
</context>
<context>
    <name>workspace::SchemaAssist</name>
    <message>
        <source>field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1，必填</translation>
    </message>
    <message>
        <source>One of: %1</source>
        <translation>以下之一：%1</translation>
    </message>
</context>
<context>
    <name>workspace::Secret</name>
    <message>
        <source>Certificate of %1</source>
        <translation>%1 的证书</translation>
    </message>
    <message>
        <source>Issued by itself</source>
        <translation>自签名</translation>
    </message>
    <message>
        <source>Issued by %1</source>
        <translation>由 %1 签发</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>用于 %1</translation>
    </message>
    <message>
        <source>Expired since %1</source>
        <translation>已于 %1 过期</translation>
    </message>
    <message numerus="yes">
        <source>Valid until %1, %n day(s) more</source>
        <translation>
            <numerusform>有效期至 %1，还有 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate in it cannot be read.</source>
        <translation>无法读取其中的证书。</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Text, %1</source>
        <translation>文本，%1</translation>
    </message>
    <message>
        <source>JSON, %1</source>
        <translation>JSON，%1</translation>
    </message>
    <message>
        <source>Certificates, %1</source>
        <translation>证书，%1</translation>
    </message>
    <message>
        <source>Binary, %1</source>
        <translation>二进制，%1</translation>
    </message>
    <message>
        <source>Not base64: it cannot be decoded</source>
        <translation>不是 base64：无法解码</translation>
    </message>
</context>
<context>
    <name>workspace::SecretEditor</name>
    <message>
        <source>The Secret has changed in the cluster. What you typed is kept.</source>
        <translation>集群中的 Secret 已更改。您输入的内容已保留。</translation>
    </message>
    <message>
        <source>This Secret is empty.</source>
        <translation>此 Secret 为空。</translation>
    </message>
    <message>
        <source>Copied; the clipboard is cleared in 45 seconds.</source>
        <translation>已复制；剪贴板将在 45 秒后清除。</translation>
    </message>
    <message>
        <source>Copied in base64; the clipboard is cleared in 45 seconds.</source>
        <translation>已以 base64 复制；剪贴板将在 45 秒后清除。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>The cluster is asked…</source>
        <translation>正在询问集群…</translation>
    </message>
    <message>
        <source>Change the key “%1” of the Secret %2 in %3?</source>
        <translation>更改 %3 中 Secret %2 的键“%1”？</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>The key “%1” belongs to %2, which may set it back. Take it over?</source>
        <translation>键“%1”归 %2 管理，它可能会将其改回。要接管吗？</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Give up what you typed?</source>
        <translation>放弃您输入的内容？</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Secret %1 in %2</source>
        <translation>%2 中的 Secret %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It has line ends or spaces that an editor would change: it can be seen and copied here, and changed in YAML.</source>
        <translation>其中含有编辑器会改变的换行符或空格：可在此查看和复制，并在 YAML 中更改。</translation>
    </message>
    <message>
        <source>Shown indented; what is changed is saved as it stands here.</source>
        <translation>以缩进形式显示；更改后按此处所示内容保存。</translation>
    </message>
    <message>
        <source>The relay is asked for the values…</source>
        <translation>正在向中继询问这些值…</translation>
    </message>
    <message>
        <source>The relay leaves the value out. Reveal asks for it; that is written down.</source>
        <translation>中继省略了该值。显示操作会向它询问，并被记录。</translation>
    </message>
</context>
<context>
    <name>workspace::SessionFile</name>
    <message>
        <source>What you had arranged for yourself cannot be read and begins anew. The file is kept as %1.</source>
        <translation>无法读取您的个人布置，将重新开始。原文件已保留为 %1。</translation>
    </message>
    <message>
        <source>What you arranged for yourself could not be saved: %1.</source>
        <translation>无法保存您的个人布置：%1。</translation>
    </message>
</context>
<context>
    <name>workspace::SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>在设置中搜索</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>The colours of everything.</source>
        <translation>所有内容的颜色。</translation>
    </message>
    <message>
        <source>dark light colours appearance</source>
        <translation>深色 浅色 颜色 外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>translation english german chinese</source>
        <translation>翻译 英语 德语 中文</translation>
    </message>
    <message>
        <source>Keys go to</source>
        <translation>按键发送到</translation>
    </message>
    <message>
        <source>Which window of the yard gets what is typed.</source>
        <translation>Yard 的哪个窗口接收输入内容。</translation>
    </message>
    <message>
        <source>focus keyboard pointer mouse click</source>
        <translation>焦点 键盘 指针 鼠标 单击</translation>
    </message>
    <message>
        <source>The window under the pointer</source>
        <translation>指针下的窗口</translation>
    </message>
    <message>
        <source>The window clicked last</source>
        <translation>上次单击的窗口</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Flights over the yard. Off: the camera jumps.</source>
        <translation>在 Yard 上飞行移动。关闭：视角直接跳转。</translation>
    </message>
    <message>
        <source>animation flight reduce</source>
        <translation>动画 飞行 减少</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>The bar at the lower edge that tells the keys.</source>
        <translation>底部边缘显示按键的提示栏。</translation>
    </message>
    <message>
        <source>help bar keys</source>
        <translation>帮助 提示栏 按键</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell me when something that I watch starts or stops failing.</source>
        <translation>我关注的对象出现故障或恢复时通知我。</translation>
    </message>
    <message>
        <source>messages alerts watch</source>
        <translation>消息 警报 关注</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Context %1</source>
        <translation>上下文 %1</translation>
    </message>
    <message>
        <source>Production: asks twice. Read-only: nothing is changed from here.</source>
        <translation>生产环境：询问两次。只读：不会从此处进行任何更改。</translation>
    </message>
    <message>
        <source>cluster safety protect production read-only</source>
        <translation>集群 安全 保护 生产环境 只读</translation>
    </message>
    <message>
        <source>Takes effect with the next start, or now by the button above the yard.</source>
        <translation>下次启动时生效，或通过 Yard 上方的按钮立即生效。</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Text in terminals</source>
        <translation>终端文本</translation>
    </message>
    <message>
        <source>Its height at a zoom of 100 %.</source>
        <translation>缩放为 100% 时的高度。</translation>
    </message>
    <message>
        <source>font size shell terminal</source>
        <translation>字体 大小 Shell 终端</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>响铃</translation>
    </message>
    <message>
        <source>What happens when a shell rings.</source>
        <translation>Shell 响铃时的提示方式。</translation>
    </message>
    <message>
        <source>terminal shell sound beep</source>
        <translation>终端 Shell 声音 蜂鸣</translation>
    </message>
    <message>
        <source>A sign in the window</source>
        <translation>窗口中的标记</translation>
    </message>
    <message>
        <source>A sign and a sound</source>
        <translation>标记和声音</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无操作</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>显示…</translation>
    </message>
    <message>
        <source>Clusters through relays</source>
        <translation>通过中继的集群</translation>
    </message>
    <message>
        <source>Clusters without a kubeconfig: where you are signed in, and more of them.</source>
        <translation>没有 kubeconfig 的集群：您已登录的位置，以及添加更多。</translation>
    </message>
    <message>
        <source>gateway sign in out login api key</source>
        <translation>网关 登录 注销 API 密钥</translation>
    </message>
</context>
<context>
    <name>workspace::SharingDesk</name>
    <message>
        <source>You are a viewer here: you can look, not change.</source>
        <translation>您在这里是查看者：可以看，不能改。</translation>
    </message>
    <message>
        <source>This yard has yet to be loaded from its relay.</source>
        <translation>此 Yard 尚未从中继加载。</translation>
    </message>
    <message>
        <source>Yards</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>Join a yard…</source>
        <translation>加入 Yard…</translation>
    </message>
    <message>
        <source>relay</source>
        <translation>中继</translation>
    </message>
    <message>
        <source>share</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>together</source>
        <translation>一起</translation>
    </message>
    <message>
        <source>Leave this shared yard</source>
        <translation>离开此共享 Yard</translation>
    </message>
    <message>
        <source>disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Your name and colour</source>
        <translation>您的名字和颜色</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>个人资料</translation>
    </message>
    <message>
        <source>Try to reach the relay now</source>
        <translation>立即尝试连接中继</translation>
    </message>
    <message>
        <source>reconnect</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Join again…</source>
        <translation>重新加入…</translation>
    </message>
    <message>
        <source>You are offline: what the others change is not shown.</source>
        <translation>您已离线：不会显示其他人的更改。</translation>
    </message>
    <message numerus="yes">
        <source>You are offline: %n change(s) wait to be sent.</source>
        <translation>
            <numerusform>您已离线：%n 项更改等待发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>You are offline: what you change is sent when the relay answers again.</source>
        <translation>您已离线：您的更改将在中继恢复应答后发送。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>What is in it stays here, as a yard of your own. The others keep theirs. You can join again with an invite.</source>
        <translation>其中的内容会作为您自己的 Yard 保留在这里。其他人保留他们的。您可以凭邀请重新加入。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours will never reach them.</source>
        <translation>
            <numerusform>您的 %n 项更改将永远不会到达他们那里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>离开“%1”？</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>workspace::ShellBar</name>
    <message>
        <source>Reconnect</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Choose the container</source>
        <translation>选择容器</translation>
    </message>
    <message>
        <source>Choose what to run in it</source>
        <translation>选择要在其中运行的内容</translation>
    </message>
    <message>
        <source>Find  Ctrl+Shift+F</source>
        <translation>查找  Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>Type into several shells at once…</source>
        <translation>同时向多个 Shell 输入…</translation>
    </message>
    <message>
        <source>End the transcript</source>
        <translation>结束会话记录</translation>
    </message>
    <message>
        <source>Write a transcript to a file…</source>
        <translation>将会话记录写入文件…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>workspace::ShellChoice</name>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>已附加</translation>
    </message>
</context>
<context>
    <name>workspace::ShellContent</name>
    <message>
        <source>Container %1</source>
        <translation>容器 %1</translation>
    </message>
    <message>
        <source>This container has no shell.</source>
        <translation>此容器没有 Shell。</translation>
    </message>
    <message>
        <source>The connection to the shell was lost.</source>
        <translation>与 Shell 的连接已断开。</translation>
    </message>
    <message>
        <source>The shell has ended.</source>
        <translation>Shell 已结束。</translation>
    </message>
    <message>
        <source>The shell has ended with exit code %1.</source>
        <translation>Shell 已结束，退出码 %1。</translation>
    </message>
    <message>
        <source>Starting a shell…</source>
        <translation>正在启动 Shell…</translation>
    </message>
    <message>
        <source>Exit code %1.</source>
        <translation>退出码 %1。</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Shell in %1: %2</source>
        <translation>%1 中的 Shell：%2</translation>
    </message>
    <message>
        <source>The container&apos;s shell</source>
        <translation>容器的 Shell</translation>
    </message>
    <message>
        <source>Command: %1…</source>
        <translation>命令：%1…</translation>
    </message>
    <message>
        <source>A command of your own…</source>
        <translation>自定义命令…</translation>
    </message>
    <message>
        <source>Attach to what the container runs</source>
        <translation>附加到容器正在运行的程序</translation>
    </message>
    <message>
        <source>Attached to what the container runs.</source>
        <translation>已附加到容器正在运行的程序。</translation>
    </message>
    <message>
        <source>Attached to what the container runs. It reads nothing: you see what it prints from now on.</source>
        <translation>已附加到容器正在运行的程序。该程序不读取输入：您会看到它从现在起输出的内容。</translation>
    </message>
    <message>
        <source>This file cannot be written (%1): choose another.</source>
        <translation>无法写入此文件 (%1)：请选择其他文件。</translation>
    </message>
    <message>
        <source>What was typed did not fit: the connection is too slow, or nothing reads it.</source>
        <translation>输入内容未能全部发送：连接太慢，或没有程序读取输入。</translation>
    </message>
    <message>
        <source>The transcript has ended: %1.</source>
        <translation>会话记录已结束：%1。</translation>
    </message>
    <message>
        <source>This container has no “%1”: choose something else to run below.</source>
        <translation>此容器中没有“%1”：请在下方选择要运行的其他内容。</translation>
    </message>
    <message numerus="yes">
        <source>Typing into %Ln shell(s); Escape ends it.</source>
        <translation>
            <numerusform>正在向 %Ln 个 Shell 输入；按 Esc 结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Transcript: %1</source>
        <translation>会话记录：%1</translation>
    </message>
    <message>
        <source>%1 is production: each line may be run at once.</source>
        <translation>%1 是生产环境：每一行都可能立即运行。</translation>
    </message>
    <message>
        <source>A shell in production hears what you type: each line may be run at once.</source>
        <translation>生产环境中的 Shell 会收到您的输入：每一行都可能立即运行。</translation>
    </message>
</context>
<context>
    <name>workspace::ShellFindBar</name>
    <message>
        <source>Older hit</source>
        <translation>较旧的匹配项</translation>
    </message>
    <message>
        <source>Newer hit</source>
        <translation>较新的匹配项</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find in the terminal</source>
        <translation>在终端中查找</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
</context>
<context>
    <name>workspace::ShellPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>workspace::ShellSurface</name>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文本</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文本</translation>
    </message>
    <message>
        <source>Ctrl+click opens %1</source>
        <translation>Ctrl+单击打开 %1</translation>
    </message>
</context>
<context>
    <name>workspace::Spectator</name>
    <message>
        <source>Spectating</source>
        <translation>正在跟随</translation>
    </message>
    <message>
        <source>Stop   Esc</source>
        <translation>停止   Esc</translation>
    </message>
    <message>
        <source>%1 brings everyone to where they are.</source>
        <translation>%1 请所有人到自己所在的位置。</translation>
    </message>
    <message>
        <source>Stay where I was</source>
        <translation>留在原处</translation>
    </message>
    <message>
        <source>You see what %1 sees</source>
        <translation>您正在看 %1 所看到的</translation>
    </message>
    <message>
        <source>Everyone sees what you see</source>
        <translation>所有人都看到您所看到的</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>workspace::SpotlightPanel</name>
    <message>
        <source>Nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
    <message>
        <source>No name has these letters in this order.</source>
        <translation>没有名称按此顺序包含这些字母。</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>输入以搜索</translation>
    </message>
    <message>
        <source>A kind such as pod or svc and Tab narrows it down.</source>
        <translation>输入 pod 或 svc 等类型后按 Tab 可缩小范围。</translation>
    </message>
    <message>
        <source>Tab: only %1</source>
        <translation>Tab：仅 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Spotlight</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Find objects, krates, namespaces, commands</source>
        <translation>查找对象、Krate、命名空间、命令</translation>
    </message>
    <message>
        <source>Find a %1</source>
        <translation>查找 %1</translation>
    </message>
    <message>
        <source>Pinned and opened recently</source>
        <translation>已固定和最近打开</translation>
    </message>
    <message numerus="yes">
        <source>Alt+A search %Ln more contexts</source>
        <translation>
            <numerusform>Alt+A 搜索另外 %Ln 个上下文</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter open</source>
        <translation>Enter 打开</translation>
    </message>
    <message>
        <source>Alt+L logs</source>
        <translation>Alt+L 日志</translation>
    </message>
    <message>
        <source>Alt+S shell</source>
        <translation>Alt+S Shell</translation>
    </message>
    <message>
        <source>Alt+Y YAML</source>
        <translation>Alt+Y YAML</translation>
    </message>
    <message>
        <source>Alt+D describe</source>
        <translation>Alt+D Describe</translation>
    </message>
    <message>
        <source>Ctrl+D pin</source>
        <translation>Ctrl+D 固定</translation>
    </message>
    <message>
        <source>Esc close</source>
        <translation>Esc 关闭</translation>
    </message>
    <message>
        <source>%1. %2 of %3</source>
        <translation>%1。%2 / %3</translation>
    </message>
    <message>
        <source>namespace %1</source>
        <translation>命名空间 %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pins are the most</source>
        <translation>
            <numerusform>最多固定 %Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Sums</name>
    <message>
        <source>requests %1</source>
        <translation>请求 %1</translation>
    </message>
    <message>
        <source>limits %1</source>
        <translation>限制 %1</translation>
    </message>
    <message>
        <source>%L1/%L2 ready</source>
        <translation>%L1/%L2 就绪</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>MEM</source>
        <translation>内存</translation>
    </message>
    <message numerus="yes">
        <source>%Ln restart(s)</source>
        <translation>
            <numerusform>%Ln 次重启</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TableContent</name>
    <message>
        <source>Fit all widths</source>
        <translation>调整所有列宽</translation>
    </message>
    <message>
        <source>Back to the usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Labels and annotations</source>
        <translation>标签和注解</translation>
    </message>
    <message>
        <source>Another label…</source>
        <translation>其他标签…</translation>
    </message>
    <message>
        <source>The label&apos;s key, for example app.kubernetes.io/name</source>
        <translation>标签的键，例如 app.kubernetes.io/name</translation>
    </message>
    <message>
        <source>An annotation…</source>
        <translation>注解…</translation>
    </message>
    <message>
        <source>The annotation&apos;s key, for example example.org/owner</source>
        <translation>注解的键，例如 example.org/owner</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>最严重的在前</translation>
    </message>
    <message>
        <source>Move a column forward</source>
        <translation>将列前移</translation>
    </message>
    <message>
        <source>Last heard %1 ago</source>
        <translation>上次收到消息：%1 前</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failing</source>
        <translation>
            <numerusform>%Ln 个故障</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln 个需要关注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln 个等待中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TextPane</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>workspace::TimelineStrip</name>
    <message>
        <source>No line has a time.</source>
        <translation>没有带时间的行。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s)</source>
        <translation>
            <numerusform>%1：%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::ToolCenter</name>
    <message>
        <source>Forward a port…</source>
        <translation>转发端口…</translation>
    </message>
    <message>
        <source>Copy files from it…</source>
        <translation>从中复制文件…</translation>
    </message>
    <message>
        <source>Copy files to it…</source>
        <translation>向其复制文件…</translation>
    </message>
    <message>
        <source>Debug…</source>
        <translation>调试…</translation>
    </message>
</context>
<context>
    <name>workspace::ToolEntries</name>
    <message>
        <source>Port forward</source>
        <translation>端口转发</translation>
    </message>
    <message>
        <source>Copy files</source>
        <translation>复制文件</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
</context>
<context>
    <name>workspace::ToolPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>workspace::TopBar</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Search   /</source>
        <translation>搜索   /</translation>
    </message>
    <message>
        <source>Find and open anything (/)</source>
        <translation>查找并打开任何内容 (/)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Change between dark and light</source>
        <translation>切换深色和浅色</translation>
    </message>
    <message>
        <source>No cluster ▾</source>
        <translation>无集群 ▾</translation>
    </message>
    <message>
        <source>Choose the cluster that new krates show</source>
        <translation>选择新 Krate 显示的集群</translation>
    </message>
    <message numerus="yes">
        <source>%n krate(s)</source>
        <translation>
            <numerusform>%n 个 Krate</numerusform>
        </translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Cluster %1, user %2, namespace %3</source>
        <translation>集群 %1，用户 %2，命名空间 %3</translation>
    </message>
    <message>
        <source>No contexts in %1</source>
        <translation>%1 中没有上下文</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产环境</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>Go to another yard, make or delete one</source>
        <translation>转到其他 Yard，新建或删除 Yard</translation>
    </message>
    <message>
        <source>Cluster %1, through the relay %2</source>
        <translation>集群 %1，通过中继 %2</translation>
    </message>
    <message>
        <source>Add clusters through a relay…</source>
        <translation>通过中继添加集群…</translation>
    </message>
</context>
<context>
    <name>workspace::Topology</name>
    <message numerus="yes">
        <source>%n more pod(s)</source>
        <translation>
            <numerusform>另有 %n 个 Pod</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no service %1. Make it, or correct the ingress.</source>
        <translation>没有 Service %1。请创建它，或更正 Ingress。</translation>
    </message>
    <message>
        <source>%1 has no port %2. Correct the ingress or the service.</source>
        <translation>%1 没有端口 %2。请更正 Ingress 或 Service。</translation>
    </message>
    <message>
        <source>%1: there is no secret %2 for TLS.</source>
        <translation>%1：没有用于 TLS 的 Secret %2。</translation>
    </message>
    <message>
        <source>%1: no container has a port named %2.</source>
        <translation>%1：没有容器具有名为 %2 的端口。</translation>
    </message>
    <message>
        <source>%1: no pod has the labels that it selects.</source>
        <translation>%1：没有 Pod 具有它所选择的标签。</translation>
    </message>
    <message>
        <source>%1: none of its pods is ready.</source>
        <translation>%1：其 Pod 均未就绪。</translation>
    </message>
    <message>
        <source>%1 has no selector, and nobody gave it addresses.</source>
        <translation>%1 没有选择器，也没有人为其指定地址。</translation>
    </message>
    <message>
        <source>%1 is not ready and gets nothing.</source>
        <translation>%1 未就绪，不会收到流量。</translation>
    </message>
    <message>
        <source>No service leads here, and this leads nowhere.</source>
        <translation>没有 Service 通向此处，此处也不通向任何地方。</translation>
    </message>
    <message>
        <source>Every way is whole.</source>
        <translation>所有路径均完整。</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>路径</translation>
    </message>
</context>
<context>
    <name>workspace::TopologyContent</name>
    <message>
        <source>What is broken</source>
        <translation>存在的问题</translation>
    </message>
    <message>
        <source>You may not list %1 here: something may be missing.</source>
        <translation>您无权在此列出 %1：可能有内容缺失。</translation>
    </message>
    <message>
        <source>Network policies</source>
        <translation>网络策略</translation>
    </message>
    <message>
        <source>Write a pod or an address, and a port: shop/web-1 8080, 192.0.2.1 53/udp, to bank/db-0 5432.</source>
        <translation>请输入 Pod 或地址，以及端口：shop/web-1 8080、192.0.2.1 53/udp、to bank/db-0 5432。</translation>
    </message>
    <message>
        <source>There is no pod %1 in %2.</source>
        <translation>%2 中没有 Pod %1。</translation>
    </message>
    <message>
        <source>The policies of %1 are not known: %2</source>
        <translation>无法得知 %1 的策略：%2</translation>
    </message>
    <message>
        <source>Looking at what leads to %1…</source>
        <translation>正在查看通向 %1 的路径…</translation>
    </message>
    <message>
        <source>Topology of %1 %2</source>
        <translation>%1 %2 的拓扑</translation>
    </message>
    <message>
        <source>May … reach this? Type a pod or an address, and a port</source>
        <translation>… 能否访问此处？输入 Pod 或地址，以及端口</translation>
    </message>
    <message numerus="yes">
        <source>and %n more pod(s)</source>
        <translation>
            <numerusform>另有 %n 个 Pod</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::TranscriptPanel</name>
    <message>
        <source>Keep colours and cursor movements</source>
        <translation>保留颜色和光标移动</translation>
    </message>
    <message>
        <source>Write a transcript</source>
        <translation>写入会话记录</translation>
    </message>
    <message>
        <source>All that the shell prints from now on goes to this file. It may then hold secrets; only you can read it.</source>
        <translation>Shell 从现在起输出的所有内容都会写入此文件。文件可能因此包含机密信息；只有您可以读取。</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
</context>
<context>
    <name>workspace::TreeContent</name>
    <message>
        <source>level %L1</source>
        <translation>第 %L1 级</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Filter: web  ns:pay  status:failed  re:/…/  -word</source>
        <translation>筛选：web  ns:pay  status:failed  re:/…/  -词</translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s)</source>
        <translation>
            <numerusform>%Ln 个对象</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>looking for more…</source>
        <translation>正在查找更多…</translation>
    </message>
    <message>
        <source>no access to %1</source>
        <translation>无权访问 %1</translation>
    </message>
    <message>
        <source>Tree: %1</source>
        <translation>树：%1</translation>
    </message>
    <message>
        <source>You may not list this here</source>
        <translation>您无权在此列出这些内容</translation>
    </message>
    <message>
        <source>This cannot be listed</source>
        <translation>无法列出这些内容</translation>
    </message>
    <message>
        <source>Reading what belongs together…</source>
        <translation>正在读取从属关系…</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>Nothing fits the filter. Escape clears it.</source>
        <translation>没有符合筛选条件的内容。按 Escape 清除筛选。</translation>
    </message>
    <message>
        <source>There is nothing here</source>
        <translation>此处没有内容</translation>
    </message>
    <message>
        <source>There is nothing in %1</source>
        <translation>%1 中没有内容</translation>
    </message>
    <message>
        <source>What is made appears here by itself.</source>
        <translation>新建的内容会自动出现在这里。</translation>
    </message>
    <message>
        <source>Open everything (Ctrl+Right)</source>
        <translation>全部展开 (Ctrl+Right)</translation>
    </message>
    <message>
        <source>Close everything (Ctrl+Left)</source>
        <translation>全部折叠 (Ctrl+Left)</translation>
    </message>
</context>
<context>
    <name>workspace::TreeModel</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Does not exist</source>
        <translation>不存在</translation>
    </message>
</context>
<context>
    <name>workspace::VersionDesk</name>
    <message>
        <source>Yards</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>Version history of this yard</source>
        <translation>此 Yard 的版本历史</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Keep this state of the yard as a version</source>
        <translation>将 Yard 的当前状态保存为版本</translation>
    </message>
    <message>
        <source>name this version</source>
        <translation>命名版本</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep this state of the yard</source>
        <translation>保存 Yard 的当前状态</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>“%1” is kept.</source>
        <translation>已保存“%1”。</translation>
    </message>
    <message>
        <source>For everybody who is in the yard. What it is now is kept as a version first; comments of today stay.</source>
        <translation>对 Yard 中的所有人生效。当前状态会先保存为版本；现有评论保留。</translation>
    </message>
    <message>
        <source>What the yard is now is kept as a version first, and Undo takes it back; comments stay.</source>
        <translation>当前状态会先保存为版本，并可撤销；评论保留。</translation>
    </message>
    <message>
        <source>Bring back “%1”?</source>
        <translation>恢复“%1”？</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>“%1” is brought back.</source>
        <translation>已恢复“%1”。</translation>
    </message>
</context>
<context>
    <name>workspace::VersionPanel</name>
    <message>
        <source>Kept automatically</source>
        <translation>自动保存</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Keep this state</source>
        <translation>保存此状态</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Version history</source>
        <translation>版本历史</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>版本，最新在前</translation>
    </message>
    <message>
        <source>A name for what the yard is now</source>
        <translation>为 Yard 的当前状态命名</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>版本名称</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading the versions…</source>
        <translation>正在读取版本…</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>No version is kept yet. Give what the yard is now a name, and you can come back to it.</source>
        <translation>还没有保存任何版本。为当前状态命名，之后即可恢复到它。</translation>
    </message>
    <message>
        <source>No version is kept yet.</source>
        <translation>还没有保存任何版本。</translation>
    </message>
    <message>
        <source>Reading what the yard was…</source>
        <translation>正在读取 Yard 过去的状态…</translation>
    </message>
    <message>
        <source>This version makes no sense to this program.</source>
        <translation>此程序无法理解该版本。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln krate(s)</source>
        <translation>
            <numerusform>%Ln 个 Krate</numerusform>
        </translation>
    </message>
    <message>
        <source>The yard as it was: %1</source>
        <translation>Yard 过去的状态：%1</translation>
    </message>
    <message>
        <source>The yard as it was: %1.</source>
        <translation>Yard 过去的状态：%1。</translation>
    </message>
    <message>
        <source>It is the same now.</source>
        <translation>与现在相同。</translation>
    </message>
    <message>
        <source>Brought back: %1</source>
        <translation>恢复后：%1</translation>
    </message>
    <message>
        <source>“%1” is kept.</source>
        <translation>已保存“%1”。</translation>
    </message>
</context>
<context>
    <name>workspace::ViewDesk</name>
    <message>
        <source>Saved views</source>
        <translation>已保存的视图</translation>
    </message>
    <message>
        <source>Save what I see as a view</source>
        <translation>将当前所见保存为视图</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Go back to view %1</source>
        <translation>返回视图 %1</translation>
    </message>
    <message>
        <source>Delete view %1</source>
        <translation>删除视图 %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The view “%1” was deleted.</source>
        <translation>视图“%1”已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>workspace::WhoCan</name>
    <message>
        <source>in all namespaces</source>
        <translation>(所有命名空间)</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>(命名空间 %1)</translation>
    </message>
    <message>
        <source>by</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>‹ what I may do</source>
        <translation>‹ 我能做什么</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Who may %1 %2 %3</source>
        <translation>谁可以 %1 %2 %3</translation>
    </message>
    <message>
        <source>Nobody, as far as roles and bindings tell.</source>
        <translation>根据角色和绑定，没有人可以。</translation>
    </message>
    <message>
        <source>Reading roles and bindings…</source>
        <translation>正在读取角色和绑定…</translation>
    </message>
    <message>
        <source>You may not list %1 here: somebody may be missing.</source>
        <translation>您无权在此列出 %1：可能有人未列出。</translation>
    </message>
    <message>
        <source>By roles and bindings alone. The group system:masters and other authorizers may allow more.</source>
        <translation>仅依据角色和绑定。组 system:masters 和其他授权器可能允许更多操作。</translation>
    </message>
</context>
<context>
    <name>workspace::WindowCommands</name>
    <message>
        <source>Maximise window</source>
        <translation>最大化窗口</translation>
    </message>
    <message>
        <source>Back to the yard</source>
        <translation>返回 Yard</translation>
    </message>
    <message>
        <source>Bring window back to the yard</source>
        <translation>将窗口移回 Yard</translation>
    </message>
    <message>
        <source>Show window in its own window</source>
        <translation>在独立窗口中显示此窗口</translation>
    </message>
    <message>
        <source>Maximise window, or go back</source>
        <translation>最大化窗口，或还原</translation>
    </message>
    <message>
        <source>Show window in its own window, or bring it back</source>
        <translation>在独立窗口中显示此窗口，或移回</translation>
    </message>
    <message>
        <source>Duplicate window</source>
        <translation>创建窗口副本</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Unpin krate</source>
        <translation>取消固定 Krate</translation>
    </message>
    <message>
        <source>Pin krate</source>
        <translation>固定 Krate</translation>
    </message>
    <message>
        <source>Pin krate, or let go of it</source>
        <translation>固定 Krate，或取消固定</translation>
    </message>
    <message>
        <source>Duplicate krate</source>
        <translation>创建 Krate 副本</translation>
    </message>
    <message>
        <source>Expand krate</source>
        <translation>展开 Krate</translation>
    </message>
    <message>
        <source>Minimise krate</source>
        <translation>最小化 Krate</translation>
    </message>
    <message>
        <source>Dismiss krate</source>
        <translation>关闭 Krate</translation>
    </message>
    <message>
        <source>Switch window to %1</source>
        <translation>将窗口切换到 %1</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Give the keys to the next window</source>
        <translation>将按键交给下一个窗口</translation>
    </message>
    <message>
        <source>Give the keys to the window before</source>
        <translation>将按键交给上一个窗口</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <source>Fly to krate</source>
        <translation>飞到此 Krate</translation>
    </message>
    <message>
        <source>Fly to this krate</source>
        <translation>飞到此 Krate</translation>
    </message>
    <message>
        <source>Fit krate into view</source>
        <translation>适应视图</translation>
    </message>
    <message>
        <source>Fit this krate into view</source>
        <translation>使此 Krate 适应视图</translation>
    </message>
    <message>
        <source>Tidy its windows</source>
        <translation>整理其窗口</translation>
    </message>
    <message>
        <source>Tidy the windows of this krate</source>
        <translation>整理此 Krate 的窗口</translation>
    </message>
    <message>
        <source>Collapse or expand this krate</source>
        <translation>折叠或展开此 Krate</translation>
    </message>
    <message>
        <source>Dismiss this krate</source>
        <translation>关闭此 Krate</translation>
    </message>
    <message>
        <source>Krate</source>
        <translation>Krate</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Comments on this krate</source>
        <translation>此 Krate 的评论</translation>
    </message>
</context>
<context>
    <name>workspace::WindowKeys</name>
    <message>
        <source>Filter the lines</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>grep</source>
        <translation>grep</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配项</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配项</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行换行</translation>
    </message>
    <message>
        <source>Show time stamps</source>
        <translation>显示时间戳</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The log before the last restart</source>
        <translation>上次重启之前的日志</translation>
    </message>
    <message>
        <source>previous container</source>
        <translation>上一个容器</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Next container</source>
        <translation>下一个容器</translation>
    </message>
    <message>
        <source>Copy what is marked</source>
        <translation>复制标记的内容</translation>
    </message>
    <message>
        <source>Mark everything</source>
        <translation>标记全部</translation>
    </message>
    <message>
        <source>Follow the newest line</source>
        <translation>跟随最新一行</translation>
    </message>
    <message>
        <source>Go to the oldest line</source>
        <translation>转到最旧一行</translation>
    </message>
    <message>
        <source>Type: filter the rows; Esc shows all of them again</source>
        <translation>输入：筛选行；Esc 重新显示所有行</translation>
    </message>
    <message>
        <source>Go to another row</source>
        <translation>转到其他行</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>打开此行</translation>
    </message>
    <message>
        <source>Choose namespaces</source>
        <translation>选择命名空间</translation>
    </message>
    <message>
        <source>Tree or list</source>
        <translation>树或列表</translation>
    </message>
    <message>
        <source>hierarchy</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Choose, sort and move columns</source>
        <translation>选择、排序和移动列</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Complete a key of the filter</source>
        <translation>补全筛选条件的键</translation>
    </message>
    <message>
        <source>Open or close a row of a tree</source>
        <translation>展开或折叠树的一行</translation>
    </message>
    <message>
        <source>Open everything in a tree</source>
        <translation>展开树的全部内容</translation>
    </message>
    <message>
        <source>Close everything in a tree</source>
        <translation>折叠树的全部内容</translation>
    </message>
    <message>
        <source>Mark the row and go on</source>
        <translation>标记此行并继续</translation>
    </message>
    <message>
        <source>Mark all rows</source>
        <translation>标记所有行</translation>
    </message>
    <message>
        <source>Empty the filter</source>
        <translation>清空筛选条件</translation>
    </message>
    <message>
        <source>Delete what is marked; asks first</source>
        <translation>删除标记的内容；会先询问</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Next and previous match</source>
        <translation>下一个和上一个匹配项</translation>
    </message>
    <message>
        <source>Edit this object</source>
        <translation>编辑此对象</translation>
    </message>
    <message>
        <source>Show a secret&apos;s values decoded</source>
        <translation>显示 Secret 解码后的值</translation>
    </message>
    <message>
        <source>Show or hide the status</source>
        <translation>显示或隐藏状态</translation>
    </message>
    <message>
        <source>Show or hide the managed fields</source>
        <translation>显示或隐藏托管字段</translation>
    </message>
    <message>
        <source>Check it, then send it</source>
        <translation>检查，然后发送</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Go to a line</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Complete what is begun</source>
        <translation>补全已输入的内容</translation>
    </message>
    <message>
        <source>Next and previous problem</source>
        <translation>下一个和上一个问题</translation>
    </message>
    <message>
        <source>Comment lines, or no longer</source>
        <translation>注释行，或取消注释</translation>
    </message>
    <message>
        <source>Move lines</source>
        <translation>移动行</translation>
    </message>
    <message>
        <source>Duplicate lines</source>
        <translation>创建行的副本</translation>
    </message>
    <message>
        <source>Fold and unfold</source>
        <translation>折叠和展开</translation>
    </message>
    <message>
        <source>Leave the editor</source>
        <translation>退出编辑器</translation>
    </message>
    <message>
        <source>Every key goes to the shell, save those that stand here with a star</source>
        <translation>所有按键都发送到 Shell，此处带星号的除外</translation>
    </message>
    <message>
        <source>Copy and paste</source>
        <translation>复制和粘贴</translation>
    </message>
    <message>
        <source>Connect again after the end</source>
        <translation>结束后重新连接</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Hide lines</source>
        <translation>隐藏行</translation>
    </message>
    <message>
        <source>exclude</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>More lines around matches</source>
        <translation>匹配项前后显示更多行</translation>
    </message>
    <message>
        <source>context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Fewer lines around matches</source>
        <translation>匹配项前后显示更少行</translation>
    </message>
    <message>
        <source>When lines were written</source>
        <translation>日志时间分布</translation>
    </message>
    <message>
        <source>timeline, histogram</source>
        <translation>时间线, 直方图</translation>
    </message>
    <message>
        <source>Only from this line on</source>
        <translation>仅从此行开始</translation>
    </message>
    <message>
        <source>time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Only up to this line</source>
        <translation>仅到此行为止</translation>
    </message>
    <message>
        <source>Lines of any time</source>
        <translation>任意时间的行</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>Open or close a line of JSON, a stack trace</source>
        <translation>展开或折叠 JSON 行、堆栈跟踪</translation>
    </message>
    <message>
        <source>Fold stack traces</source>
        <translation>折叠堆栈跟踪</translation>
    </message>
    <message>
        <source>Columns of JSON lines</source>
        <translation>JSON 行的列</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Choose streams</source>
        <translation>选择日志流</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Two streams side by side</source>
        <translation>并排显示两个日志流</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Windows scroll together in time</source>
        <translation>窗口按时间同步滚动</translation>
    </message>
    <message>
        <source>link, sync</source>
        <translation>联动, 同步</translation>
    </message>
    <message>
        <source>Mark this line</source>
        <translation>标记此行</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Next marked line</source>
        <translation>下一个已标记的行</translation>
    </message>
    <message>
        <source>Note on this line</source>
        <translation>此行的备注</translation>
    </message>
    <message>
        <source>Save the whole log</source>
        <translation>保存完整日志</translation>
    </message>
    <message>
        <source>download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Copy lines with time stamps</source>
        <translation>复制行，含时间戳</translation>
    </message>
    <message>
        <source>Closer or wider rows</source>
        <translation>更改行距</translation>
    </message>
    <message>
        <source>Everything a log can do</source>
        <translation>日志的所有操作</translation>
    </message>
    <message>
        <source>Find in what was printed</source>
        <translation>在输出中查找</translation>
    </message>
    <message>
        <source>Larger and smaller text</source>
        <translation>放大和缩小文本</translation>
    </message>
    <message>
        <source>End typing into several shells at once</source>
        <translation>结束同时向多个 Shell 输入</translation>
    </message>
</context>
<context>
    <name>workspace::WindowPainter</name>
    <message>
        <source>Shown in its own window</source>
        <translation>在独立窗口中显示</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>移回 Yard</translation>
    </message>
</context>
<context>
    <name>workspace::YamlContent</name>
    <message numerus="yes">
        <source>YAML of %1 %2, %n lines</source>
        <translation>
            <numerusform>%1 %2 的 YAML，%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>未应用</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Managed fields</source>
        <translation>托管字段</translation>
    </message>
    <message>
        <source>This Secret came without its values, so its YAML cannot be edited. Decode (d) changes one value at a time.</source>
        <translation>此 Secret 未附带值，因此不能编辑其 YAML。解码（d）可逐个更改值。</translation>
    </message>
    <message>
        <source>The relay is asked for the values…</source>
        <translation>正在向中继询问这些值…</translation>
    </message>
    <message>
        <source>The relay leaves the values out. Click one to ask for them; that is written down.</source>
        <translation>中继省略了这些值。点击其中一个即可询问；该操作会被记录。</translation>
    </message>
</context>
<context>
    <name>workspace::YardActions</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>切换到 %1</translation>
    </message>
    <message>
        <source>Resize window</source>
        <translation>调整窗口大小</translation>
    </message>
    <message>
        <source>Minimise krate</source>
        <translation>最小化 Krate</translation>
    </message>
    <message>
        <source>Expand krate</source>
        <translation>展开 Krate</translation>
    </message>
    <message>
        <source>Choose namespaces</source>
        <translation>选择命名空间</translation>
    </message>
    <message numerus="yes">
        <source>Open %Ln object(s)</source>
        <translation>
            <numerusform>打开 %Ln 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Pin krate</source>
        <translation>固定 Krate</translation>
    </message>
    <message>
        <source>Unpin krate</source>
        <translation>取消固定 Krate</translation>
    </message>
    <message>
        <source>Tidy windows</source>
        <translation>整理窗口</translation>
    </message>
</context>
<context>
    <name>workspace::YardCanvas</name>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>The canvas with krates and their windows.</source>
        <translation>包含 Krate 及其窗口的画布。</translation>
    </message>
</context>
<context>
    <name>workspace::YardComments</name>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Remove comment</source>
        <translation>移除评论</translation>
    </message>
</context>
<context>
    <name>workspace::YardCopies</name>
    <message>
        <source>Duplicate krate</source>
        <translation>创建 Krate 副本</translation>
    </message>
</context>
<context>
    <name>workspace::YardDifference</name>
    <message>
        <source>Nothing is different.</source>
        <translation>没有差异。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln krate(s) come back</source>
        <translation>
            <numerusform>%Ln 个 Krate 恢复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln go</source>
        <translation>
            <numerusform>%Ln 个移除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln move</source>
        <translation>
            <numerusform>%Ln 个移动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln show other windows</source>
        <translation>
            <numerusform>%Ln 个窗口不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 以及另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Come back: %1</source>
        <translation>恢复：%1</translation>
    </message>
    <message>
        <source>Go: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>Move: %1</source>
        <translation>移动：%1</translation>
    </message>
    <message>
        <source>Show other windows: %1</source>
        <translation>窗口不同：%1</translation>
    </message>
</context>
<context>
    <name>workspace::YardDocument</name>
    <message>
        <source>Somebody uses this yard with a newer Krateyard. What this one does not know is kept and not shown.</source>
        <translation>有人正在用更新版本的 Krateyard 使用此 Yard。本版本不认识的内容会保留，但不显示。</translation>
    </message>
    <message numerus="yes">
        <source>%n krates were made with a newer Krateyard. They are kept and not shown.</source>
        <translation>
            <numerusform>%n 个 Krate 由更新版本的 Krateyard 创建。它们会保留，但不显示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n krates were written by another program in a way that makes no sense here. They are kept and not shown.</source>
        <translation>
            <numerusform>%n 个 Krate 由其他程序写入，其内容在此无法理解。它们会保留，但不显示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n krates are more than a yard can show. They are kept.</source>
        <translation>
            <numerusform>有 %n 个 Krate 超出了 Yard 能显示的数量。它们会保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n windows were written by another program in a way that makes no sense here. They are kept and not shown.</source>
        <translation>
            <numerusform>%n 个窗口由其他程序写入，其内容在此无法理解。它们会保留，但不显示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comments were written by another program in a way that makes no sense here. They are kept and not shown.</source>
        <translation>
            <numerusform>%n 条评论由其他程序写入，其内容在此无法理解。它们会保留，但不显示。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardExport</name>
    <message>
        <source>There is no krate to be in the picture. Open something first.</source>
        <translation>没有可放入图片的 Krate。请先打开一些内容。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>无法写入 %1：%2。请选择其他位置。</translation>
    </message>
    <message>
        <source>The picture is too large for this machine. Choose fewer krates.</source>
        <translation>图片对本机而言过大。请选择较少的 Krate。</translation>
    </message>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Make room for it.</source>
        <translation>未能写入 %1：%2。请为其腾出空间。</translation>
    </message>
</context>
<context>
    <name>workspace::YardFile</name>
    <message>
        <source>The yard&apos;s file is no JSON object: %1.</source>
        <translation>Yard 文件不是 JSON 对象：%1。</translation>
    </message>
    <message>
        <source>The yard&apos;s file has version %1, which this program does not know.</source>
        <translation>Yard 文件的版本为 %1，本程序不支持。</translation>
    </message>
    <message numerus="yes">
        <source>%n krates could not be read.</source>
        <translation>
            <numerusform>无法读取 %n 个 Krate。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n windows could not be read.</source>
        <translation>
            <numerusform>无法读取 %n 个窗口。</numerusform>
        </translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 cannot be read.</source>
        <translation>无法读取 Yard 文件 %1。</translation>
    </message>
    <message>
        <source>The file as it was is kept as %1.</source>
        <translation>原文件已保留为 %1。</translation>
    </message>
    <message>
        <source>The yard could not be saved: %1.</source>
        <translation>无法保存 Yard：%1。</translation>
    </message>
    <message>
        <source>The yard is not saved, for its file %1 cannot be read. Make it readable and start again.</source>
        <translation>Yard 未保存，因为无法读取其文件 %1。请使该文件可读，然后重新启动。</translation>
    </message>
</context>
<context>
    <name>workspace::YardKeeper</name>
    <message>
        <source>The new yard could not be opened.</source>
        <translation>无法打开新 Yard。</translation>
    </message>
    <message>
        <source>There is no such yard any more.</source>
        <translation>该 Yard 已不存在。</translation>
    </message>
    <message>
        <source>The yard “%1” is open in another Krateyard. Close it there first.</source>
        <translation>Yard“%1”已在另一个 Krateyard 中打开。请先在那里关闭它。</translation>
    </message>
</context>
<context>
    <name>workspace::YardLibrary</name>
    <message>
        <source>The yard could not be saved: %1. Make room or make its folder writable.</source>
        <translation>无法保存 Yard：%1。请腾出空间或使其文件夹可写。</translation>
    </message>
    <message>
        <source>The yard in %1 could not be taken over.</source>
        <translation>无法沿用 %1 中的 Yard。</translation>
    </message>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>A yard needs a name.</source>
        <translation>Yard 需要名称。</translation>
    </message>
    <message numerus="yes">
        <source>A yard&apos;s name has at most %n characters.</source>
        <translation>
            <numerusform>Yard 的名称最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a yard “%1” already. Choose another name.</source>
        <translation>已有 Yard“%1”。请选择其他名称。</translation>
    </message>
    <message>
        <source>There is no such yard any more.</source>
        <translation>该 Yard 已不存在。</translation>
    </message>
    <message>
        <source>The yard “%1” is open in another Krateyard. Rename it there.</source>
        <translation>Yard“%1”已在另一个 Krateyard 中打开。请在那里重命名。</translation>
    </message>
    <message>
        <source>The yard “%1” is open in another Krateyard. Close it there first.</source>
        <translation>Yard“%1”已在另一个 Krateyard 中打开。请先在那里关闭它。</translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 cannot be read.</source>
        <translation>无法读取 Yard 的文件 %1。</translation>
    </message>
    <message>
        <source>The file as it was is kept as %1.</source>
        <translation>原文件已保留为 %1。</translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 cannot be read: %2.</source>
        <translation>无法读取 Yard 的文件 %1：%2。</translation>
    </message>
    <message>
        <source>The yard “%1” could not be deleted: its folder may not be writable.</source>
        <translation>无法删除 Yard“%1”：其文件夹可能不可写。</translation>
    </message>
    <message>
        <source>The yard could not be brought back: its file is gone or its folder may not be writable.</source>
        <translation>无法恢复 Yard：其文件已不存在，或其文件夹可能不可写。</translation>
    </message>
</context>
<context>
    <name>workspace::YardStore</name>
    <message numerus="yes">
        <source>%n changes of the yard could not be read.</source>
        <translation>
            <numerusform>无法读取此 Yard 的 %n 处更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file as it was is kept as %1.</source>
        <translation>原文件已保留为 %1。</translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 is of a newer Krateyard. It is left as it is.</source>
        <translation>Yard 的文件 %1 来自更新版本的 Krateyard，将保持原样。</translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 cannot be read: %2.</source>
        <translation>无法读取 Yard 的文件 %1：%2。</translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 is damaged: %2.</source>
        <translation>Yard 的文件 %1 已损坏：%2。</translation>
    </message>
    <message>
        <source>The yard is not saved, for its file %1 cannot be read. Make it readable and start again.</source>
        <translation>Yard 未保存，因为无法读取其文件 %1。请使该文件可读，然后重新启动。</translation>
    </message>
    <message>
        <source>The yard could not be saved: %1. It is tried again.</source>
        <translation>无法保存 Yard：%1。将再次尝试。</translation>
    </message>
    <message>
        <source>the disk may be full</source>
        <translation>磁盘可能已满</translation>
    </message>
</context>
<context>
    <name>workspace::YardSwitcher</name>
    <message>
        <source>Yards</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>New yard</source>
        <translation>新建 Yard</translation>
    </message>
    <message>
        <source>create yard</source>
        <translation>创建 Yard</translation>
    </message>
    <message>
        <source>Rename this yard</source>
        <translation>重命名此 Yard</translation>
    </message>
    <message>
        <source>Duplicate this yard</source>
        <translation>创建此 Yard 的副本</translation>
    </message>
    <message>
        <source>copy yard</source>
        <translation>复制 Yard</translation>
    </message>
    <message>
        <source>Delete this yard</source>
        <translation>删除此 Yard</translation>
    </message>
    <message>
        <source>remove yard</source>
        <translation>移除 Yard</translation>
    </message>
    <message>
        <source>Go to yard %1</source>
        <translation>转到 Yard %1</translation>
    </message>
    <message>
        <source>New yard…</source>
        <translation>新建 Yard…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>创建副本…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Rename yard</source>
        <translation>重命名 Yard</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate yard</source>
        <translation>创建 Yard 副本</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Delete the yard “%1”?</source>
        <translation>删除 Yard“%1”？</translation>
    </message>
    <message>
        <source>Its krates go with it. Nothing in a cluster is changed. It can be brought back for 30 days.</source>
        <translation>其中的 Krate 会一并删除。集群中的任何内容都不会更改。30 天内可以恢复。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>my yard</source>
        <translation>我的 Yard</translation>
    </message>
    <message>
        <source>The yard “%1” was deleted.</source>
        <translation>Yard“%1”已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Join a yard…</source>
        <translation>加入 Yard…</translation>
    </message>
</context>
</TS>
